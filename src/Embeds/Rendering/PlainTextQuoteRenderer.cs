using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>Renders quote blocks as text for a terminal, a mail or a file: the words behind bars, then who, where, when and how it stands.</summary>
public sealed class PlainTextQuoteRenderer
{
    private readonly PlainTextQuoteOptions _options;
    private readonly CaptionWords _words;

    /// <summary>Makes a renderer with the default options.</summary>
    public PlainTextQuoteRenderer()
        : this(new PlainTextQuoteOptions())
    {
    }

    /// <summary>Makes a renderer.</summary>
    public PlainTextQuoteRenderer(PlainTextQuoteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _words = new CaptionWords(options);
    }

    /// <summary>Renders one block; ends with a line end. Control characters of the post are shown as <c>\u001B</c>, so that they cannot steer a terminal.</summary>
    public string Render(QuoteBlock block) => RenderedText.Of(block, Quotation);

    /// <inheritdoc cref="Render(QuoteBlock)"/>
    public void Render(QuoteBlock block, TextWriter writer) => RenderedText.One(block, writer, Quotation);

    /// <summary>Renders blocks one after the other, an empty line between them.</summary>
    public string RenderAll(IEnumerable<QuoteBlock> blocks) => RenderedText.Of(blocks, Quotation);

    /// <inheritdoc cref="RenderAll(IEnumerable{QuoteBlock})"/>
    public void RenderAll(IEnumerable<QuoteBlock> blocks, TextWriter writer) => RenderedText.All(blocks, writer, Quotation);

    private void Quotation(QuoteBlock block, TextWriter writer) => new PlainTextQuotation(writer, block, _options, _words).Write();
}
