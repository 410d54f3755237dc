using System.Collections.Immutable;

namespace Embeds.Quotes;

/// <summary>Turns UTF-16 offsets of a text into code points.</summary>
internal sealed class CodePointIndex
{
    private readonly ImmutableArray<int> _lowSurrogates;

    public CodePointIndex(string text)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        for (int i = text.AsSpan().IndexOfAnyInRange('\uDC00', '\uDFFF'); i >= 0;)
        {
            if (i > 0 && char.IsHighSurrogate(text[i - 1]))
                found.Add(i);
            int next = text.AsSpan(i + 1).IndexOfAnyInRange('\uDC00', '\uDFFF');
            i = next < 0 ? -1 : i + 1 + next;
        }

        _lowSurrogates = found.DrainToImmutable();
    }

    /// <summary>How many code points stand before a UTF-16 offset.</summary>
    public int At(int offset)
    {
        int index = _lowSurrogates.BinarySearch(offset);
        return offset - (index < 0 ? ~index : index);
    }
}
