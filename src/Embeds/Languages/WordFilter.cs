namespace Embeds.Languages;

/// <summary>
/// Tells of most words at a glance that no phrase begins with them, by their first two letters and their length. Looking each
/// word of a page up would cost more than all that is done with those that are found.
/// </summary>
internal sealed class WordFilter
{
    private const int MostLengths = 64;

    /// <summary>By two letters, of which five bits each are the same for both cases; a bit for each length of word.</summary>
    private readonly ulong[] _lengths = new ulong[32 * 32];

    public WordFilter(IEnumerable<string> words)
    {
        foreach (string word in words)
            _lengths[Index(word)] |= LengthBit(word.Length);
    }

    public bool MayHold(ReadOnlySpan<char> word) => !IsAscii(word) || (_lengths[Index(word)] & LengthBit(word.Length)) != 0;

    private static bool IsAscii(ReadOnlySpan<char> word) => word[0] < 128 && (word.Length == 1 || word[1] < 128);

    private static int Index(ReadOnlySpan<char> word) => ((word[0] & 31) << 5) | (word.Length == 1 ? 0 : word[1] & 31);

    private static ulong LengthBit(int length) => 1UL << Math.Min(length, MostLengths - 1);
}
