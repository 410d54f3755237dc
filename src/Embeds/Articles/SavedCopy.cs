using System.Globalization;
using System.Text.RegularExpressions;

namespace Embeds.Articles;

/// <summary>
/// What a page that is a copy says of its original: browsers, SingleFile and the Wayback Machine write it into comments and
/// scripts, which is why the text is looked at and not the tree.
/// </summary>
/// <param name="OriginalUrl">The address of the page that was copied; null when the copy does not say.</param>
/// <param name="SavedAt">When; null when the copy does not say.</param>
/// <param name="IsWayback">It is a page of the Wayback Machine, whose links may have lost their host.</param>
internal sealed partial record SavedCopy(Uri? OriginalUrl, DateTimeOffset? SavedAt, bool IsWayback)
{
    // All of it stands at the very beginning; sites put long comments before it.
    private const int MaxHead = 64 * 1024;
    private const int MaxStatement = 4096;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    /// <param name="text">The page.</param>
    /// <param name="url">Where it was read; null when unknown.</param>
    /// <returns>Null for a page that is no copy.</returns>
    public static SavedCopy? Of(string text, Uri? url)
    {
        if (After(text, "__wm.wombat(", Wombat) is { } wombat)
            return new SavedCopy(Address(wombat.Groups["url"].Value), Timestamp(wombat.Groups["time"].Value), IsWayback: true);
        if (url is not null && WaybackPath.Match(url.AbsoluteUri) is { Success: true } path)
            return new SavedCopy(Address(path.Groups["url"].Value), Timestamp(path.Groups["time"].Value), IsWayback: true);
        if (Head(text).Contains("BEGIN WAYBACK TOOLBAR INSERT", StringComparison.Ordinal))
            return new SavedCopy(null, null, IsWayback: true);
        if (After(text, " SingleFile", SingleFile) is { } single)
            return new SavedCopy(Address(single.Groups["url"].Value), BrowserDate(single.Groups["date"].Value), IsWayback: false);
        return After(text, "<!-- saved from url=", SavedFrom) is { } saved && Address(saved.Groups["url"].Value) is { } original ? new SavedCopy(original, null, IsWayback: false) : null;
    }

    // __wm.wombat("http://news.example:80/story","20110106023242","https://web.archive.org/",…)
    [GeneratedRegex("""^"(?<url>http[^"\s]+)","(?<time>\d{4,14})"\s*,""", Options)]
    private static partial Regex Wombat { get; }

    // https://web.archive.org/web/20190717140047id_/https://news.example/story
    [GeneratedRegex(@"^https?://web\.archive\.org/web/(?<time>\d{4,14})([a-z]{2}_)?/(?<url>https?:.+)$", Options)]
    private static partial Regex WaybackPath { get; }

    // <!-- Page saved with SingleFile \n url: https://news.example/story \n saved date: Sun Aug 19 2018 12:00:00 GMT+0200 (…)
    [GeneratedRegex(@"^\s+url: (?<url>http\S+)(\s+saved date: (?<date>[^\n(]+))?", Options)]
    private static partial Regex SingleFile { get; }

    // <!-- saved from url=(0026)https://news.example/story -->
    [GeneratedRegex(@"^\(\d{4}\)(?<url>http\S+) -->", Options)]
    private static partial Regex SavedFrom { get; }

    private static ReadOnlySpan<char> Head(string text) => text.AsSpan(0, Math.Min(text.Length, MaxHead));

    /// <summary>A cheap search for the words before the expression is asked: nearly all pages are no copies.</summary>
    private static Match? After(string text, string words, Regex expression)
    {
        var at = Head(text).IndexOf(words);
        if (at < 0)
            return null;
        var rest = text.AsSpan(at + words.Length);
        return expression.Match(rest[..Math.Min(rest.Length, MaxStatement)].ToString()) is { Success: true } match ? match : null;
    }

    private static Uri? Address(string text)
    {
        // Copies lose a slash and keep the port that was taken for granted.
        if (text.IndexOf(":/", StringComparison.Ordinal) is var colon and > 0 && !text.AsSpan(colon + 2).StartsWith("/"))
            text = text.Insert(colon + 1, "/");
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
    }

    private static DateTimeOffset? Timestamp(string digits) =>
        DateTimeOffset.TryParseExact(digits, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static DateTimeOffset? BrowserDate(string text) =>
        DateTimeOffset.TryParseExact(text.Replace("GMT", "", StringComparison.Ordinal).Trim(), "ddd MMM dd yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToUniversalTime()
            : null;
}
