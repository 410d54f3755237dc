using System.Buffers;
using Embeds.Quotes;

namespace Embeds.Platforms.Meta;

/// <summary>The codes by which Instagram and Threads name their posts: a number in base 64, made when an upload begins.</summary>
internal static class MediaCode
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int Length = 11;
    private const long EpochMs = 1_314_220_021_721;
    private static readonly SearchValues<char> Chars = SearchValues.Create(Alphabet);
    private static readonly long FirstPlausibleMs = new DateTimeOffset(2011, 9, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public static bool Is(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Chars);

    /// <summary>The code of a post that is named by its number, as ActivityPub does.</summary>
    public static string FromNumber(ulong number)
    {
        Span<char> code = stackalloc char[Length];
        var start = Length;
        for (; number > 0; number >>= 6)
            code[--start] = Alphabet[(int)(number & 63)];
        return code[start..].ToString();
    }

    /// <summary>
    /// Unix milliseconds = (number >> 23) + 1314220021721. Right for words and photos, minutes early for a video, so no more
    /// than the day is claimed.
    /// </summary>
    public static Published? TimeOf(string code)
    {
        if (code.Length < 10 || !Is(code))
            return null;
        ulong number = 0;
        foreach (var c in code.AsSpan(0, Math.Min(Length, code.Length)))
            number = (number * 64) + (ulong)Alphabet.IndexOf(c, StringComparison.Ordinal);
        var ms = (long)(number >> 23) + EpochMs;
        return ms < FirstPlausibleMs ? null : PublishedTime.FromUnixMilliseconds(ms, DatePrecision.Day);
    }
}
