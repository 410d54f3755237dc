using System.Buffers;
using System.Collections.Immutable;

namespace Embeds.Articles;

/// <summary>
/// Splits a plain text into blocks. Blank lines part them; single line ends inside a block stay. A text without any blank line
/// has one block a line.
/// </summary>
internal static class PlainTextBlocks
{
    private const int LongestHeading = 60;

    private static readonly SearchValues<char> NotInHeadings = SearchValues.Create("@#“”\"«»„|{}[]<>…");

    public static ArticleText Read(string text, string? lang = null) => new() { Text = text, Blocks = Split(text), Lang = lang };

    public static ImmutableArray<TextBlock> Split(string text)
    {
        List<(int Start, int End)> lines = LinesOf(text);
        bool linePerBlock = !HasBlankLine(lines);
        var blocks = ImmutableArray.CreateBuilder<TextBlock>();
        int first = -1;
        for (int i = 0; i <= lines.Count; i++)
        {
            bool blank = i == lines.Count || lines[i].Start == lines[i].End;
            if (first >= 0 && (blank || linePerBlock))
            {
                blocks.Add(new TextBlock { Start = lines[first].Start, End = lines[i - 1].End, Kind = KindOf(text, lines, first, i) });
                first = -1;
            }

            if (!blank && first < 0)
                first = i;
        }

        return blocks.DrainToImmutable();
    }

    /// <summary>The lines without the blanks at their ends; a blank line is empty.</summary>
    private static List<(int Start, int End)> LinesOf(string text)
    {
        var lines = new List<(int, int)>();
        for (int start = 0; start <= text.Length;)
        {
            int length = text.AsSpan(start).IndexOfAny('\n', '\r');
            int end = length < 0 ? text.Length : start + length;
            int next = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
                next++;
            int trimmed = end;
            while (start < trimmed && IsBlank(text[start]))
                start++;
            while (trimmed > start && IsBlank(text[trimmed - 1]))
                trimmed--;
            lines.Add((start, trimmed));
            start = next;
        }

        return lines;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B';

    private static bool HasBlankLine(List<(int Start, int End)> lines)
    {
        for (int i = 1; i < lines.Count - 1; i++)
            if (lines[i].Start == lines[i].End)
                return true;
        return lines.Count < 3;
    }

    private static TextBlockKind KindOf(string text, List<(int Start, int End)> lines, int first, int end)
    {
        ReadOnlySpan<char> line = text.AsSpan(lines[first].Start, lines[first].End - lines[first].Start);
        int hashes = line.IndexOfAnyExcept('#');
        if (end - first == 1 && hashes is >= 1 and <= 6 && line[hashes] == ' ')
            return TextBlockKind.Heading;
        if (line[0] == '>')
            return TextBlockKind.Quotation;
        return end - first == 1 && ReadsAsHeading(line) && IsAboveProse(lines, end) ? TextBlockKind.Heading : TextBlockKind.Paragraph;
    }

    /// <summary>Short, begins like a sentence, does not end like one, and has none of the marks that posts are full of.</summary>
    private static bool ReadsAsHeading(ReadOnlySpan<char> line) =>
        line.Length <= LongestHeading
        && char.IsUpper(line[0])
        && char.IsLetterOrDigit(line[^1])
        && line.Contains(' ')
        && !line.ContainsAny(NotInHeadings)
        && !line.Contains("://", StringComparison.Ordinal);

    /// <summary>A heading stands above something longer than any heading.</summary>
    private static bool IsAboveProse(List<(int Start, int End)> lines, int end)
    {
        int next = end;
        while (next < lines.Count && lines[next].Start == lines[next].End)
            next++;
        return next < lines.Count && lines[next].End - lines[next].Start > 2 * LongestHeading;
    }
}
