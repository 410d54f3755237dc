using System.Runtime.InteropServices;
using System.Text;
using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>
/// How long a post can be. The strongest sign of where a post begins: a paragraph that would make it longer than its platform
/// allowed is the article's.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PostLimit(int Length, bool WideCountsTwice)
{
    private const int OfOthers = 500;

    /// <summary>Whether the platform has a limit, so that a length says something.</summary>
    public bool IsKnown { get; private init; }

    /// <summary>What a text may measure at most: platforms count some characters in ways of their own.</summary>
    public int Most => Length + (Length / 20);

    public static PostLimit Of(Lexicon lexicon, string? platform, Published published)
    {
        var limit = new PostLimit(OfOthers, false);
        foreach (LengthLimit each in lexicon.LengthsOf(platform))
            if (each.From is null || published.At is null || string.CompareOrdinal(published.At, each.From) >= 0)
                limit = new PostLimit(each.Length, each.WideCountsTwice) { IsKnown = true };
        return limit;
    }

    /// <summary>
    /// The length of a text as platforms count it: without addresses, which count little or nothing, and without the mentions in
    /// front of a reply, which do not count at all.
    /// </summary>
    public int Measure(ReadOnlySpan<char> words)
    {
        int length = 0;
        bool inReply = true;
        foreach (Range range in words.SplitAny(' ', '\n', '\r', '\t'))
        {
            ReadOnlySpan<char> word = words[range];
            if (word.IsEmpty)
                continue;
            inReply &= word[0] == '@' || (word[0] == '.' && word.Length > 1 && word[1] == '@');
            int address = ShortLinks.IndexIn(word);
            if (address >= 0)
                word = word[..address];
            if (!inReply && !word.IsEmpty)
                length += Count(word) + 1;
        }

        return Math.Max(0, length - 1);
    }

    private int Count(ReadOnlySpan<char> word)
    {
        int count = 0;
        foreach (Rune rune in word.EnumerateRunes())
        {
            if (IsJoiner(rune.Value))
                continue;
            count += WideCountsTwice && rune.Value is (>= 0x1100 and < 0x2000) or > 0x206F ? 2 : 1;
        }

        return count;
    }

    /// <summary>An emoji counts as one, however many variation selectors, joiners and skin tones it takes.</summary>
    private static bool IsJoiner(int value) => value is 0x200D or (>= 0xFE00 and <= 0xFE0F) or (>= 0x1F3FB and <= 0x1F3FF);
}
