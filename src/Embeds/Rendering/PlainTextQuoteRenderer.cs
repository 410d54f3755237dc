using System.Globalization;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>Renders quote blocks as text for a terminal, a mail or a file: the words behind bars, then who, where, when and how it stands.</summary>
public sealed class PlainTextQuoteRenderer
{
    private readonly PlainTextQuoteOptions _options;

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
    }

    /// <summary>Renders one block; ends with a line end. Control characters of the post are shown as <c>\u001B</c>, so that they cannot steer a terminal.</summary>
    public string Render(QuoteBlock block)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Render(block, writer);
        return writer.ToString();
    }

    /// <inheritdoc cref="Render(QuoteBlock)"/>
    public void Render(QuoteBlock block, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(writer);
        new PlainTextQuotation(writer, block, _options).Write();
    }

    /// <summary>Renders blocks one after the other, an empty line between them.</summary>
    public string RenderAll(IEnumerable<QuoteBlock> blocks)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        RenderAll(blocks, writer);
        return writer.ToString();
    }

    /// <inheritdoc cref="RenderAll(IEnumerable{QuoteBlock})"/>
    public void RenderAll(IEnumerable<QuoteBlock> blocks, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(writer);
        bool first = true;
        foreach (QuoteBlock block in blocks)
        {
            writer.Write(first ? "" : "\n");
            Render(block, writer);
            first = false;
        }
    }
}
