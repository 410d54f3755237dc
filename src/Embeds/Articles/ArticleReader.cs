using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Embeds.Quotes;

namespace Embeds.Articles;

/// <summary>Makes an <see cref="Article"/> of bytes or of a string: bounds it, decodes it once, tells HTML from plain text.</summary>
internal static class ArticleReader
{
    /// <exception cref="ArticleUnreadableException">It is not one article that can be read.</exception>
    public static Article Read(ReadOnlyMemory<byte> bytes, ArticleHints hints, int maxBytes) =>
        ReadAll(bytes, hints, maxBytes) is [{ IsOfFeed: false } only] ? only : throw IsFeed();

    /// <summary>The articles of a source: the items of a feed, or the one that the source is.</summary>
    /// <exception cref="ArticleUnreadableException">It holds none that can be read.</exception>
    public static ImmutableArray<Article> ReadAll(ReadOnlyMemory<byte> bytes, ArticleHints hints, int maxBytes) =>
        ReadFile(bytes, hints, maxBytes) is var file && FeedReader.IsFeed(file.Text) && !MhtmlReader.Is(bytes.Span) ? FeedReader.Read(WellFormed(file.Text), hints) : [file];

    /// <summary>The source as the one text that it is, a feed as well.</summary>
    /// <exception cref="ArticleUnreadableException">It is no text that can be read.</exception>
    public static Article ReadFile(ReadOnlyMemory<byte> bytes, ArticleHints hints, int maxBytes)
    {
        if (bytes.Length > maxBytes)
            throw TooLarge(bytes.Length, maxBytes, "bytes");
        if (bytes.IsEmpty)
            throw new ArticleUnreadableException("empty", "The article is empty.");
        if (MhtmlReader.Is(bytes.Span) && MhtmlReader.Read(bytes.Span, maxBytes) is { } saved)
            return Make(saved, bytes, hints);
        if (TextDecoding.LooksBinary(bytes.Span))
            throw new ArticleUnreadableException("not-text", "The article is neither HTML nor text.");
        return Make(TextDecoding.Decode(bytes.Span, hints.Charset), bytes, hints);
    }

    public static Article Read(string text, ArticleHints hints, int maxBytes)
    {
        if (text.Length > maxBytes)
            throw TooLarge(text.Length, maxBytes, "characters");
        // A string may hold half a surrogate pair, which no page's bytes decode to and no block can carry.
        var wellFormed = WellFormed(text);
        return FeedReader.IsFeed(wellFormed) ? throw IsFeed() : Make(wellFormed, default, hints);
    }

    /// <summary>The text with a replacement sign for each half of a surrogate pair.</summary>
    public static string WellFormed(string text) =>
        CodePoints.IndexOfLoneSurrogate(text) < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static Article Make(string text, ReadOnlyMemory<byte> bytes, ArticleHints hints)
    {
        var copy = SavedCopy.Of(text, hints.Url);
        return new Article(text, bytes, FormatOf(text, hints.Name)) { Url = hints.Url ?? copy?.OriginalUrl, RetrievedAt = hints.RetrievedAt, Copy = copy };
    }

    private static Article Make(MhtmlPage saved, ReadOnlyMemory<byte> bytes, ArticleHints hints)
    {
        var original = Uri.TryCreate(saved.Location, UriKind.Absolute, out var location) && location.Scheme is "http" or "https" ? location : null;
        DateTimeOffset? savedAt = DateTimeOffset.TryParseExact(saved.Date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
        return new Article(saved.Html, bytes, ArticleFormat.Html) { Url = hints.Url ?? original, RetrievedAt = hints.RetrievedAt, Copy = new SavedCopy(original, savedAt, IsWayback: false) };
    }

    private static ArticleFormat FormatOf(string text, string? name)
    {
        if (name is not null && (name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase)))
            return ArticleFormat.Markdown;
        var start = text.AsSpan().TrimStart();
        // A text may begin with "<3".
        if (start is ['<', var second, ..] && (char.IsAsciiLetter(second) || second is '!' or '?' or '/'))
            return ArticleFormat.Html;
        if (start.StartsWith("---\n") || start.StartsWith("---\r\n"))
            return ArticleFormat.Markdown;
        return HasTag(start) ? ArticleFormat.Html : ArticleFormat.PlainText;
    }

    /// <summary>A CMS field may begin with words; an end tag or a self-contained element shows that it is markup all the same.</summary>
    private static bool HasTag(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('<'); at >= 0 && at + 2 < text.Length; at = NextTag(text, at + 1))
        {
            if (text[at + 1] == '/' && char.IsAsciiLetter(text[at + 2]))
                return true;
            var rest = text[(at + 1)..];
            if (rest.StartsWith("iframe", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("br", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("p>", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static int NextTag(ReadOnlySpan<char> text, int from)
    {
        var next = text[from..].IndexOf('<');
        return next < 0 ? -1 : from + next;
    }

    private static ArticleUnreadableException IsFeed() =>
        new("feed", "This is a feed of several articles, not one: ReadAll and ArchiveAllAsync give each of its items.");

    private static ArticleUnreadableException TooLarge(long size, long limit, string unit) =>
        new("too-large", FormattableString.Invariant($"The article has {size:N0} {unit}; the limit is {limit:N0}."));
}
