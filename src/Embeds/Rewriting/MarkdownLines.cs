using System.Buffers;
using System.Text;

namespace Embeds.Rewriting;

/// <summary>
/// Where a quotation may stand in a Markdown file: on lines of its own, inside the list item or quotation around it, a sentence
/// cut in two for it. It refuses what cannot be cut without changing what is around: headings, tables, emphasis.
/// </summary>
internal static class MarkdownLines
{
    // In a sentence with one of them, something may be open where it would be cut.
    private static readonly SearchValues<char> Open = SearchValues.Create("*_[]`|<>~#");

    /// <param name="text">The file.</param>
    /// <param name="cut">What goes.</param>
    /// <param name="lineEnd">The file's line end.</param>
    /// <param name="isHtml">The embed is HTML: what follows in its block is read as HTML up to the next blank line.</param>
    /// <returns>The cut with what has to stand around the quotation; null when there is no place for one.</returns>
    public static Cut? Fit(string text, Cut cut, string lineEnd, bool isHtml)
    {
        var lineStart = text.AsSpan(0, cut.Start).LastIndexOfAny('\r', '\n') + 1;
        var left = text.AsSpan(lineStart, cut.Start - lineStart);
        var prefix = Continuation(left, out var marker);
        var right = Line(text.AsSpan(cut.End));
        if (isHtml && !EndsBlock(text, cut.End, right))
            return null;
        var before = left[marker..];
        if (before.ContainsAny(Open) || !isHtml && right.ContainsAny(Open))
            return null;
        var below = lineEnd + prefix;
        var lead = !before.IsWhiteSpace() ? lineEnd + prefix.TrimEnd() + below
            : IsFirst(left) || IsBlankAbove(text, lineStart) ? ""
            : below;
        return cut with { LinePrefix = prefix, Lead = lead, Tail = right.IsWhiteSpace() ? "" : below };
    }

    /// <summary>What the next line of the same list item or quotation begins with; <paramref name="length"/> is how much of this one that is.</summary>
    private static string Continuation(ReadOnlySpan<char> left, out int length)
    {
        var prefix = new StringBuilder();
        length = 0;
        while (length < left.Length)
        {
            var rest = left[length..];
            var step = rest[0] is ' ' or '\t' or '>' ? 1 : ListMarker(rest);
            if (step == 0)
                break;
            prefix.Append(step == 1 ? rest[..1] : new string(' ', step));
            length += step;
        }

        return prefix.ToString();
    }

    private static int ListMarker(ReadOnlySpan<char> text)
    {
        var length = text[0] is '-' or '*' or '+' ? 1 : text.IndexOfAnyExceptInRange('0', '9') is var digits and (>= 1 and <= 9) && text[digits] is '.' or ')' ? digits + 1 : 0;
        return length > 0 && length < text.Length && text[length] == ' ' ? length + 1 : 0;
    }

    /// <summary>A list marker stands on this line: the item begins with what is cut.</summary>
    private static bool IsFirst(ReadOnlySpan<char> left) => left.ContainsAnyExcept(" \t>");

    private static bool IsBlankAbove(string text, int lineStart)
    {
        if (lineStart == 0)
            return true;
        var above = text.AsSpan(0, lineStart - 1);
        if (above is [.., '\r'] && text[lineStart - 1] == '\n')
            above = above[..^1];
        return above[(above.LastIndexOfAny('\r', '\n') + 1)..].Trim(" \t>").IsEmpty;
    }

    private static bool EndsBlock(string text, int end, ReadOnlySpan<char> right)
    {
        if (!IsScriptOrBlank(right))
            return false;
        var next = text.AsSpan(end + right.Length);
        next = next is ['\r', '\n', ..] ? next[2..] : next is [_, ..] ? next[1..] : next;
        var line = Line(next).Trim(" \t>");
        return line.IsEmpty || line[0] == '<';
    }

    private static bool IsScriptOrBlank(ReadOnlySpan<char> text) => text.IsWhiteSpace() || text.TrimStart().StartsWith("<script", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Line(ReadOnlySpan<char> text) => text.IndexOfAny('\r', '\n') is var end and >= 0 ? text[..end] : text;
}
