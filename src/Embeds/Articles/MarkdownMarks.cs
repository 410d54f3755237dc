using System.Collections.Immutable;

namespace Embeds.Articles;

/// <summary>
/// The marks around a quote block in a Markdown file: link definitions that nothing refers to, which no reader shows
/// (<c>[//]: # (…)</c>). What stands between two of them is ours.
/// </summary>
internal static class MarkdownMarks
{
    /// <summary>Begins the opening mark; the block's key follows, percent-encoded, and <c>)</c>.</summary>
    public const string Open = "[//]: # (quote-block ";

    /// <summary>Begins the closing mark; settings may follow, each as <c> name=value</c> percent-encoded, and <c>)</c>.</summary>
    public const string Close = "[//]: # (/quote-block";

    /// <summary>The places of blocks, from the opening mark to behind the closing one, and the settings of each.</summary>
    public static ImmutableArray<(int Start, int End, string Settings)> In(string markdown)
    {
        if (!markdown.Contains(Open, StringComparison.Ordinal))
            return [];
        var places = ImmutableArray.CreateBuilder<(int, int, string)>();
        for (var at = 0; markdown.IndexOf(Open, at, StringComparison.Ordinal) is var start and >= 0;)
        {
            at = start + Open.Length;
            var close = markdown.IndexOf(Close, at, StringComparison.Ordinal);
            if (close < 0)
                break;
            // An opening mark whose closing one was deleted opens nothing.
            if (markdown.AsSpan(at, close - at).Contains(Open, StringComparison.Ordinal))
                continue;
            var end = markdown.IndexOf(')', close + Close.Length);
            if (end < 0)
                break;
            places.Add((start, end + 1, markdown[(close + Close.Length)..end]));
            at = end + 1;
        }

        return places.ToImmutable();
    }
}
