using System.Collections.Immutable;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>Reads back the blocks that <see cref="HtmlQuoteRenderer"/> put into a page: without loss, or from microformats where a filter took their JSON away.</summary>
public static class HtmlQuoteReader
{
    /// <summary>
    /// Reads every <c>figure</c> with a <c>data-qb</c> attribute, or with the classes <c>quote-block h-cite</c> alone. What is wrong
    /// with one is reported and leaves the others unharmed. Time grows with the page's length only, however deeply its markup is
    /// nested.
    /// </summary>
    /// <remarks>
    /// Seals are not checked: call <see cref="QuoteBlock.Verify"/>. A figure whose shown words are not its block's is reported, and
    /// its block given all the same. A figure that lost its JSON is reported as <see cref="HtmlQuoteProblemKind.NoCarrier"/>; where
    /// its microformats are left, a block of what they say is given: words, author, addresses and dates as they were shown, not
    /// sealed, by the rule <c>quote-block.microformats</c>.
    /// </remarks>
    /// <param name="html">A page or a part of one.</param>
    public static HtmlQuoteReading Read(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var blocks = ImmutableArray.CreateBuilder<QuoteBlock>();
        var problems = ImmutableArray.CreateBuilder<HtmlQuoteProblem>();
        int ordinal = 0;
        foreach (ScannedFigure figure in FigureScanner.Scan(html))
        {
            (QuoteBlock? block, HtmlQuoteProblem? problem) = Read(figure, ordinal++);
            if (block is not null)
                blocks.Add(block);
            if (problem is not null)
                problems.Add(problem);
        }

        return new HtmlQuoteReading { Blocks = blocks.ToImmutable(), Problems = problems.ToImmutable() };
    }

    private static (QuoteBlock? Block, HtmlQuoteProblem? Problem) Read(ScannedFigure figure, int ordinal)
    {
        if (figure.Json is null)
        {
            QuoteBlock? marked = figure.Marks?.ToBlock(figure.Key, figure.Words);
            return (marked, Problem(HtmlQuoteProblemKind.NoCarrier, marked is null
                ? "The figure has no data-qb-json attribute: its block cannot be read from the page."
                : "The figure has no data-qb-json attribute: its block is what its microformats say, and not sealed."));
        }

        try
        {
            var block = QuoteBlock.Parse(figure.Json);
            return SameButForWhiteSpace(figure.Words, block.Text.Value)
                ? (block, null)
                : (block, Problem(HtmlQuoteProblemKind.OtherWords, "The words shown are not the words of the block that the figure carries."));
        }
        catch (QuoteFormatException e)
        {
            return (null, Problem(HtmlQuoteProblemKind.BadCarrier, e.Message));
        }

        HtmlQuoteProblem Problem(HtmlQuoteProblemKind kind, string message) =>
            new() { Kind = kind, Ordinal = ordinal, Key = figure.Key, Message = message };
    }

    // A tidy-up of the page's source moves line ends; it does not move words.
    private static bool SameButForWhiteSpace(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int i = 0;
        int j = 0;
        while (true)
        {
            while (i < a.Length && char.IsWhiteSpace(a[i]))
                i++;
            while (j < b.Length && char.IsWhiteSpace(b[j]))
                j++;
            if (i == a.Length || j == b.Length)
                return i == a.Length && j == b.Length;
            if (a[i++] != b[j++])
                return false;
        }
    }
}
