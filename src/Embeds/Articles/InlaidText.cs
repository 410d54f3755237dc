using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Embeds.Articles;

/// <summary>
/// A text that stands within another, escaped or in pieces (an item's markup in a feed, the words between a page's tags), and
/// knows where in the other each of its characters is written.
/// </summary>
internal sealed class InlaidText
{
    private readonly ImmutableArray<Part> _parts;

    private InlaidText(string text, ImmutableArray<Part> parts)
    {
        Text = text;
        _parts = parts;
    }

    public string Text { get; }

    /// <summary>A text that stands in nothing but itself.</summary>
    public static InlaidText Whole(string text) => new(text, text.Length == 0 ? [] : [new Part(0, text.Length, 0, text.Length, 0, Spelling.Plain)]);

    /// <summary>Where a span of this text is written in the other.</summary>
    /// <param name="start">First UTF-16 unit of the span.</param>
    /// <param name="end">Unit after its last.</param>
    /// <param name="place">The place.</param>
    /// <returns>False when the span is empty, or crosses from one piece of the other into the next: what stands between is not the text's.</returns>
    public bool TryPlace(int start, int end, [NotNullWhen(true)] out OuterPlace? place)
    {
        place = null;
        if (start >= end || start < 0 || end > Text.Length)
            return false;
        var first = PartAt(start);
        var last = PartAt(end - 1);
        // Half a character that was escaped as a whole cannot be cut off.
        if (first.Run != last.Run || !first.IsLiteral && start != first.Start || !last.IsLiteral && end != last.Start + last.Length)
            return false;
        var outerStart = first.IsLiteral ? first.OuterStart + (start - first.Start) : first.OuterStart;
        var outerEnd = last.IsLiteral ? last.OuterStart + (end - last.Start) : last.OuterStart + last.OuterLength;
        place = new OuterPlace(outerStart, outerEnd, first.Spelling);
        return true;
    }

    private Part PartAt(int unit)
    {
        var (low, high) = (0, _parts.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_parts[middle].Start <= unit)
                low = middle;
            else
                high = middle - 1;
        }

        return _parts[low];
    }

    /// <summary>A span of the other text, and how this one is written there.</summary>
    internal sealed record OuterPlace(int Start, int End, Spelling Spelling);

    private sealed record Part(int Start, int Length, int OuterStart, int OuterLength, int Run, Spelling Spelling)
    {
        // Every escape is longer than what it stands for.
        public bool IsLiteral => Length == OuterLength;
    }

    /// <summary>Puts a text together out of its pieces, in order.</summary>
    internal sealed class Builder(string outer)
    {
        private readonly StringBuilder _text = new();
        private readonly ImmutableArray<Part>.Builder _parts = ImmutableArray.CreateBuilder<Part>();
        private int _run;

        /// <summary>Begins a new piece: no span reaches from the one before into it.</summary>
        public void Break() => _run++;

        /// <summary>A stretch that is written as it is.</summary>
        public void Literal(int start, int end, Spelling spelling)
        {
            if (start >= end)
                return;
            _parts.Add(new Part(_text.Length, end - start, start, end - start, _run, spelling));
            _text.Append(outer, start, end - start);
        }

        /// <summary>A stretch that stands for other characters.</summary>
        public void Escape(int start, int end, ReadOnlySpan<char> meaning, Spelling spelling)
        {
            if (meaning.IsEmpty)
                return;
            _parts.Add(new Part(_text.Length, meaning.Length, start, end - start, _run, spelling));
            _text.Append(meaning);
        }

        public InlaidText Build() => new(_text.ToString(), _parts.ToImmutable());
    }
}
