using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>What all renderers do alike around the writing of one block.</summary>
internal static class RenderedText
{
    /// <summary>What <paramref name="write"/> writes, as a string.</summary>
    public static string Of(Action<TextWriter> write)
    {
        using var text = new PooledTextWriter();
        write(text);
        return text.ToString();
    }

    /// <summary>One block.</summary>
    public static string Of(QuoteBlock block, Action<QuoteBlock, TextWriter> write) => Of(writer => One(block, writer, write));

    /// <summary>Blocks one after the other, an empty line between them.</summary>
    public static string Of(IEnumerable<QuoteBlock> blocks, Action<QuoteBlock, TextWriter> write) => Of(writer => All(blocks, writer, write));

    /// <inheritdoc cref="Of(QuoteBlock, Action{QuoteBlock, TextWriter})"/>
    public static void One(QuoteBlock block, TextWriter writer, Action<QuoteBlock, TextWriter> write)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(writer);
        write(block, writer);
    }

    /// <inheritdoc cref="Of(IEnumerable{QuoteBlock}, Action{QuoteBlock, TextWriter})"/>
    public static void All(IEnumerable<QuoteBlock> blocks, TextWriter writer, Action<QuoteBlock, TextWriter> write)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(writer);
        bool first = true;
        foreach (QuoteBlock block in blocks)
        {
            writer.Write(first ? "" : "\n");
            One(block, writer, write);
            first = false;
        }
    }
}
