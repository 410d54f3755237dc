using Embeds.Platforms;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds;

/// <summary>
/// Shows quote blocks in one call, the library's own platforms named as people know them unless the options name them
/// otherwise. For many blocks, pages or streams use the renderers in <see cref="Rendering"/>.
/// </summary>
public static class QuoteBlockRendering
{
    /// <summary>The block as an HTML figure; see <see cref="HtmlQuoteRenderer"/>.</summary>
    /// <exception cref="ArgumentException">The block is to carry its JSON but is not sealed.</exception>
    public static string ToHtml(this QuoteBlock quote, HtmlQuoteOptions? options = null) =>
        new HtmlQuoteRenderer(Named(options ?? new HtmlQuoteOptions())).Render(quote);

    /// <summary>The block as a Markdown quotation; see <see cref="MarkdownQuoteRenderer"/>.</summary>
    public static string ToMarkdown(this QuoteBlock quote, MarkdownQuoteOptions? options = null) =>
        new MarkdownQuoteRenderer(Named(options ?? new MarkdownQuoteOptions())).Render(quote);

    /// <summary>The block as plain text; see <see cref="PlainTextQuoteRenderer"/>.</summary>
    public static string ToPlainText(this QuoteBlock quote, PlainTextQuoteOptions? options = null) =>
        new PlainTextQuoteRenderer(Named(options ?? new PlainTextQuoteOptions())).Render(quote);

    /// <summary>
    /// The post as an ActivityStreams 2.0 <c>Note</c> in JSON. An export: provenance, seal and how the post stands are left out,
    /// and so is a date without a time of day, which the format cannot hold.
    /// </summary>
    public static string ToActivityStreams(this QuoteBlock quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        return ActivityNote.Of(quote);
    }

    /// <summary>
    /// The post as schema.org JSON-LD, a <c>SocialMediaPosting</c> or <c>Comment</c>; it can stand in a <c>script</c> element as it
    /// is. An export: provenance and seal are left out.
    /// </summary>
    public static string ToJsonLd(this QuoteBlock quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        return SchemaPosting.Of(quote, BuiltInName(quote.Platform) ?? quote.Platform);
    }

    private static T Named<T>(T options)
        where T : QuoteRenderingOptions =>
        options.PlatformName is null ? options with { PlatformName = BuiltInName } : options;

    private static string? BuiltInName(string id) => PlatformCatalog.BuiltIn.FirstOrDefault(platform => platform.Id == id)?.Name;
}
