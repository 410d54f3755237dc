using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Embeds.Quotes;

namespace Embeds.Platforms.Sources;

/// <summary>Reads the HTML that answers hold: a post's words as markup, or the code of an embed.</summary>
internal static class MarkupWords
{
    private const int MaxMarkup = 512 * 1024;

    /// <summary>A piece of markup as a tree; nothing in it runs or is fetched.</summary>
    public static IElement? Parse(string? html) =>
        html is { Length: > 0 and <= MaxMarkup } ? new HtmlParser().ParseDocument(html).Body : null;

    /// <summary>The words of a piece of markup, with a facet for each link in it; null where there are none.</summary>
    /// <param name="html">The markup.</param>
    /// <param name="leaveOut">Says of an element that it is no part of the words; null leaves out nothing.</param>
    public static PostText? Read(string? html, Func<IElement, bool>? leaveOut = null)
    {
        if (Parse(html) is not { } body)
            return null;
        var markup = MarkupText.Of(body, leaveOut);
        return markup.Slice(0, markup.Text.Length);
    }

    /// <summary>What an embed's code says of a post, read as an article's own markup would be; null when it does not show that post.</summary>
    public static PostFacts? ReadEmbed(Platform platform, PostLink link, string? html)
    {
        if (Parse(html) is not { } body)
            return null;
        var elements = body.QuerySelectorAll("*");
        for (var i = 0; i < elements.Length; i++)
        {
            if (platform.Marks.Any(mark => mark.IsOn(elements[i])) && platform.ReadMarkup(elements[i]) is { Link: { } shown } reading && shown.NativeId == link.NativeId)
                return reading.Facts;
        }

        return null;
    }
}
