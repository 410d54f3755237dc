using System.Collections.Immutable;
using System.Globalization;

namespace Embeds.Articles;

/// <summary>The <c>content_html</c> of a JSON Feed's items, found in the source itself.</summary>
internal static class JsonFeedTexts
{
    private const int MaxTexts = 20_000;

    public static ImmutableArray<InlaidText> In(string feed)
    {
        var texts = ImmutableArray.CreateBuilder<InlaidText>();
        var isContent = false;
        for (var at = 0; at < feed.Length && texts.Count < MaxTexts; at++)
        {
            if (feed[at] != '"')
                continue;
            var end = EndOfString(feed, at);
            if (end < 0)
                break;
            var isName = IsName(feed, end + 1);
            if (isContent && !isName)
                texts.Add(Decode(feed, at + 1, end));
            isContent = isName && feed.AsSpan(at + 1, end - at - 1).SequenceEqual("content_html");
            at = end;
        }

        return texts.ToImmutable();
    }

    /// <summary>Where the closing quotation mark stands.</summary>
    private static int EndOfString(string feed, int open)
    {
        for (var at = open + 1; at < feed.Length; at++)
        {
            var step = feed.AsSpan(at).IndexOfAny('"', '\\');
            if (step < 0)
                return -1;
            at += step;
            if (feed[at] == '"')
                return at;
            at++;
        }

        return -1;
    }

    private static bool IsName(string feed, int at) => feed.AsSpan(at).TrimStart(" \t\r\n") is [':', ..];

    private static InlaidText Decode(string feed, int start, int end)
    {
        var inlaid = new InlaidText.Builder(feed);
        for (var at = start; at < end;)
        {
            var step = feed.AsSpan(at, end - at).IndexOf('\\');
            if (step < 0)
                step = end - at;
            inlaid.Literal(at, at + step, Spelling.Json);
            at += step;
            if (at >= end)
                break;
            var (length, meaning) = Escape(feed.AsSpan(at, end - at));
            inlaid.Escape(at, at + length, [meaning], Spelling.Json);
            at += length;
        }

        return inlaid.Build();
    }

    private static (int Length, char Meaning) Escape(ReadOnlySpan<char> text) => text switch
    {
        ['\\', 'u', var a, var b, var c, var d, ..] when ushort.TryParse([a, b, c, d], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) => (6, (char)unit),
        ['\\', 'n', ..] => (2, '\n'),
        ['\\', 'r', ..] => (2, '\r'),
        ['\\', 't', ..] => (2, '\t'),
        ['\\', 'b', ..] => (2, '\b'),
        ['\\', 'f', ..] => (2, '\f'),
        [_, var other, ..] => (2, other),
        _ => (1, '\\'),
    };
}
