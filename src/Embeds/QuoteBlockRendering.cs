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

    private static T Named<T>(T options)
        where T : QuoteRenderingOptions =>
        options.PlatformName is null ? options with { PlatformName = BuiltInName } : options;

    private static string? BuiltInName(string id) => PlatformCatalog.BuiltIn.FirstOrDefault(platform => platform.Id == id)?.Name;
}
