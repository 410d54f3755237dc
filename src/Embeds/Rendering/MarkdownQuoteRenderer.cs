using System.Globalization;
using System.Text;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>
/// Renders quote blocks as Markdown that reads well unrendered and gives back the same paragraphs when rendered, whatever
/// markup the post's words look like.
/// </summary>
public sealed class MarkdownQuoteRenderer
{
    private readonly MarkdownQuoteOptions _options;

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
    }

    /// <summary>Renders one block; ends with a line end. For Hugo it begins with front matter, as a file of its own.</summary>
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
        if (_options.Flavor == MarkdownFlavor.Hugo)
            FrontMatter.Write(writer, block, _options);
        Quotation(block, writer);
    }

    /// <summary>Renders blocks for one file, an empty line between them. Front matter is left out: it speaks for a whole file.</summary>
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
            Quotation(block, writer);
            first = false;
        }
    }

    private void Quotation(QuoteBlock block, TextWriter writer) =>
        new MarkdownQuotation(new MarkdownWriter(writer, _options.Flavor), block, _options).Write();
}
