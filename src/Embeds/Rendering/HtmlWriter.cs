using System.Buffers;
using System.Text;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>
/// Writes markup with every foreign character escaped. What HTML cannot carry at all (NUL, half a surrogate pair) becomes
/// U+FFFD; a bare CR, which a parser would turn into LF, becomes a reference.
/// </summary>
internal sealed class HtmlWriter(TextWriter output)
{
    private const string LinkTypes = "nofollow noopener noreferrer external";
    private static readonly SearchValues<char> Special = SpecialAnd("\"");
    private static readonly SearchValues<char> SpecialInSingleQuotes = SpecialAnd("'\u00A0");

    /// <summary>Markup of our own.</summary>
    public HtmlWriter Raw(string? markup)
    {
        output.Write(markup);
        return this;
    }

    /// <summary>Foreign text, fit for content and for a double-quoted attribute.</summary>
    public HtmlWriter Text(ReadOnlySpan<char> text)
    {
        Escape(text, Special);
        return this;
    }

    /// <summary><c> name="value"</c>, or nothing where <paramref name="value"/> is null.</summary>
    public HtmlWriter Attribute(string name, string? value) =>
        value is null ? this : Raw(" ").Raw(name).Raw("=\"").Text(value).Raw("\"");

    /// <summary><c> name='value'</c>: JSON, full of double quotes, stays a third shorter and legible.</summary>
    public HtmlWriter JsonAttribute(string name, ReadOnlySpan<byte> utf8Json)
    {
        Raw(" ").Raw(name).Raw("='");
        char[] json = ArrayPool<char>.Shared.Rent(utf8Json.Length);
        Escape(json.AsSpan(0, Encoding.UTF8.GetChars(utf8Json, json)), SpecialInSingleQuotes);
        ArrayPool<char>.Shared.Return(json);
        return Raw("'");
    }

    /// <summary>Opens a link that passes nothing on to its target. <paramref name="attributes"/> is markup of our own.</summary>
    public HtmlWriter OpenLink(string href, string attributes = "") =>
        Raw("<a").Raw(attributes).Attribute("href", href).Attribute("rel", LinkTypes);

    /// <summary>A whole link with its text, or the text alone with the address in brackets where the address must not be linked.</summary>
    public HtmlWriter Link(string? url, string text, string attributes = "")
    {
        if (LinkTarget.Of(url) is { } href)
            return OpenLink(href, attributes).Raw(">").Text(text).Raw("</a>");
        Text(text);
        return string.IsNullOrWhiteSpace(url) ? this : Raw(" (").Address(url).Raw(")");
    }

    /// <summary>An author's name and handle, each with a direction of its own, or the label for an unknown one.</summary>
    public HtmlWriter Person(Author? author, string unknown)
    {
        string? name = CaptionFacts.Name(author);
        string? handle = CaptionFacts.Handle(author);
        if ((name ?? handle) is not { } first)
            return Raw(unknown);
        Raw("<span class=\"quote-block-name\" dir=\"auto\">").Text(first).Raw("</span>");
        return name is null || handle is null ? this : Raw(" (<span dir=\"auto\">").Text(handle).Raw("</span>)");
    }

    /// <summary>An address to read, not to follow.</summary>
    public HtmlWriter Address(string url) =>
        Raw("<code class=\"quote-block-address\">").Text(VisibleText.Name(url)).Raw("</code>");

    private void Escape(ReadOnlySpan<char> text, SearchValues<char> special)
    {
        for (int at = text.IndexOfAny(special); at >= 0; at = text.IndexOfAny(special))
        {
            output.Write(text[..at]);
            text = text[at..];
            if (text is [var high, var low, ..] && char.IsSurrogatePair(high, low))
            {
                output.Write(text[..2]);
                text = text[2..];
                continue;
            }

            output.Write(text[0] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\u00A0' => "&nbsp;",
                '\r' => "&#13;",
                _ => "\uFFFD",
            });
            text = text[1..];
        }

        output.Write(text);
    }

    private static SearchValues<char> SpecialAnd(string more)
    {
        IEnumerable<char> surrogates = Enumerable.Range(0xD800, 0x800).Select(c => (char)c);
        return SearchValues.Create([.. "&<>\r\0", .. more, .. surrogates]);
    }
}
