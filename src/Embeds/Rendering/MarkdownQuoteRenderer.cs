using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>
/// Renders quote blocks as Markdown that reads well unrendered and gives back the same paragraphs when rendered, whatever
/// markup the post's words look like.
/// </summary>
public sealed class MarkdownQuoteRenderer
{
    private readonly MarkdownQuoteOptions _options;
    private readonly CaptionWords _words;

    /// <summary>Makes a renderer with the default options.</summary>
    public MarkdownQuoteRenderer()
        : this(new MarkdownQuoteOptions())
    {
    }

    /// <summary>Makes a renderer.</summary>
    public MarkdownQuoteRenderer(MarkdownQuoteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _words = new CaptionWords(options);
    }

    /// <summary>Renders one block; ends with a line end. For Hugo it begins with front matter, as a file of its own.</summary>
    public string Render(QuoteBlock block) => RenderedText.Of(block, WithFrontMatter);

    /// <inheritdoc cref="Render(QuoteBlock)"/>
    public void Render(QuoteBlock block, TextWriter writer) => RenderedText.One(block, writer, WithFrontMatter);

    /// <summary>Renders blocks for one file, an empty line between them. Front matter is left out: it speaks for a whole file.</summary>
    public string RenderAll(IEnumerable<QuoteBlock> blocks) => RenderedText.Of(blocks, Quotation);

    /// <inheritdoc cref="RenderAll(IEnumerable{QuoteBlock})"/>
    public void RenderAll(IEnumerable<QuoteBlock> blocks, TextWriter writer) => RenderedText.All(blocks, writer, Quotation);

    private void WithFrontMatter(QuoteBlock block, TextWriter writer)
    {
        if (_options.Flavor == MarkdownFlavor.Hugo)
            FrontMatter.Write(writer, block, _words);
        Quotation(block, writer);
    }

    private void Quotation(QuoteBlock block, TextWriter writer) =>
        new MarkdownQuotation(new MarkdownWriter(writer, _options.Flavor), block, _options, _words).Write();
}
