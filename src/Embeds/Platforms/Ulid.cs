using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>ULIDs, ids of 26 signs in Crockford's base 32 of which the first ten are Unix milliseconds.</summary>
internal static class Ulid
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 26;
    private const int TimeLength = 10;

    /// <summary>The first sign is at most 7, for the number has 128 bits and not 130.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text.Length != Length || text[0] > '7')
            return false;
        foreach (var c in text)
        {
            if (!Alphabet.Contains(char.ToUpperInvariant(c)))
                return false;
        }

        return true;
    }

    public static Published? TimeOf(ReadOnlySpan<char> ulid)
    {
        if (!Is(ulid))
            return null;
        var ms = 0L;
        foreach (var c in ulid[..TimeLength])
            ms = (ms << 5) | (uint)Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
        return PublishedTime.FromUnixMilliseconds(ms, DatePrecision.Second);
    }
}
