using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>
/// A quotation that lost its official class (archives and sanitizers strip them): the last link is a post's permalink and
/// the line before it signs with <c>— Name (@handle)</c>.
/// </summary>
internal static class DegradedQuote
{
    public static EmbedReading? Read(IElement element, PlatformCatalog catalog)
    {
        var markup = MarkupText.Of(element);
        if (markup.Links.Length == 0)
            return null;
        var anchor = markup.Links[^1];
        if (!catalog.KnowsHostIn(anchor.Href) || catalog.ReadLink(anchor.Href) is not { } link)
            return null;
        // Words after the permalink mean that the link stands inside the quotation, not below it.
        if (!markup.Text.AsSpan(anchor.End).Trim(" \n.)]").IsEmpty)
            return null;
        if (SignedLine.Before(markup.Text, anchor.Start) is not { Handle: { } handle } signed)
            return markup.Text.AsSpan().Trim().SequenceEqual(markup.Text.AsSpan(anchor.Start, anchor.End - anchor.Start)) ? Bare(link) : null;
        if (markup.Slice(0, signed.Start) is not { } text)
            return null;

        var shown = markup.Text[anchor.Start..anchor.End].Trim();
        return new EmbedReading
        {
            Link = link,
            Form = EmbedForm.Degraded,
            Facts = new PostFacts
            {
                Via = Quotes.Via.Markup,
                Rule = "degraded-quote",
                Confidence = 95,
                Author = new Quotes.Author { Name = signed.Name, Handle = handle },
                Text = text,
                Published = shown.Length == 0 ? null : PublishedTime.FromPrinted(shown),
            },
        };
    }

    /// <summary>An empty quotation that holds only the permalink.</summary>
    private static EmbedReading Bare(PostLink link) => new()
    {
        Link = link,
        Form = EmbedForm.Degraded,
        Facts = new PostFacts { Via = Quotes.Via.Markup, Rule = "degraded-quote.link", Confidence = 90 },
    };
}
