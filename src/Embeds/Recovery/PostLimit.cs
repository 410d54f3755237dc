using System.Runtime.InteropServices;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>
/// How long a post can be. The strongest sign of where a post begins: a paragraph that would make it longer than its platform
/// allowed is the article's.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PostLimit(int Length, bool WideCountsTwice)
{
    /// <summary>The day X doubled its limit for all; since then a wide (East Asian) character counts two.</summary>
    private const string DoubledOn = "2017-11-08";

    public static PostLimit Of(string? platform, Published published) => platform switch
    {
        "x" => string.CompareOrdinal(published.At ?? DoubledOn, DoubledOn) < 0 ? new(140, false) : new(280, true),
        "bluesky" => new(300, false),
        "mastodon" or "threads" => new(500, false),
        _ => new(500, false),
    };

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

    /// <summary>Variation selectors and joiners: an emoji counts as one, however many code points it takes.</summary>
    private static bool IsJoiner(int value) => value is 0x200D or (>= 0xFE00 and <= 0xFE0F) or (>= 0x1F3FB and <= 0x1F3FF);

    private int Count(ReadOnlySpan<char> word)
    {
        int count = 0;
        foreach (System.Text.Rune rune in word.EnumerateRunes())
            count += IsJoiner(rune.Value) ? 0 : WideCountsTwice && rune.Value >= 0x1100 && rune.Value is < 0x2000 or > 0x206F ? 2 : 1;
        return count;
    }
}
