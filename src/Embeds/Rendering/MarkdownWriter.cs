using System.Buffers;
using System.Globalization;

namespace Embeds.Rendering;

/// <summary>
/// Writes Markdown in which foreign text is only text: after rendering it reads as it did before, in CommonMark, in
/// GitHub's dialect and with the common extensions (tables, math, footnotes, attributes, emoji, smileys, definition lists).
/// </summary>
internal sealed class MarkdownWriter(TextWriter output, MarkdownFlavor flavor)
{
    // Each of them opens something somewhere: #tag and ^id and ==mark== and %%comment%% in Obsidian, $math$, {attributes},
    // {{< shortcodes >}} in Hugo, @user on GitHub, | of a table.
    private static readonly SearchValues<char> AlwaysEscaped = SearchValues.Create("\\`*_[]<>#&|~!$^={}%@");
    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("ivxlcdmIVXLCDM");
    private const int LongestListNumber = 9;

    /// <summary>Markdown of our own.</summary>
    public MarkdownWriter Raw(ReadOnlySpan<char> markdown)
    {
        output.Write(markdown);
        return this;
    }

    /// <summary>A foreign text that stands within a line.</summary>
    public MarkdownWriter Text(string text) => Text(text, 0, text.Length, lineStart: 0);

    /// <summary>
    /// A part of a foreign text, without line ends. <paramref name="lineStart"/> is where its line begins: what looks like a
    /// list or a heading matters only there.
    /// </summary>
    public MarkdownWriter Text(string text, int start, int end, int lineStart)
    {
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            if (char.IsSurrogatePair(text, i))
                Raw(text.AsSpan(i++, 2));
            else if (c == '\0' || char.IsSurrogate(c))
                output.Write('\uFFFD');
            else if (MustBeReference(text, i, lineStart))
                output.Write(string.Create(CultureInfo.InvariantCulture, $"&#{(int)c};"));
            else if (MustBeEscaped(text, i, lineStart))
                Raw(['\\', c]);
            else
                output.Write(c);
        }

        return this;
    }

    /// <summary><c>[text](&lt;url&gt;)</c>, or the text with the address behind it where that must not be linked.</summary>
    public MarkdownWriter Link(string? url, string text)
    {
        if (LinkTarget.Of(url) is { } href)
            return Raw("[").Text(text).Raw("](").Destination(href).Raw(")");
        Text(text);
        return string.IsNullOrWhiteSpace(url) ? this : Raw(" (").Text(VisibleText.Name(url)).Raw(")");
    }

    /// <summary>A link target in angle brackets, in which nothing but its end, an escape and a character reference could count.</summary>
    public MarkdownWriter Destination(string target)
    {
        output.Write('<');
        foreach (char c in target)
        {
            switch (c)
            {
                case '<' or '>' or '\\' or '&':
                    Raw(['\\', c]);
                    break;
                case '\r' or '\n':
                    output.Write(c == '\r' ? "%0D" : "%0A");
                    break;
                default:
                    output.Write(c);
                    break;
            }
        }

        output.Write('>');
        return this;
    }

    // A reader drops white space at the ends of a line and may expand tabs; other control characters could steer a terminal.
    private static bool MustBeReference(string text, int i, int lineStart)
    {
        char c = text[i];
        bool endsLine = i == lineStart || i + 1 == text.Length || text[i + 1] == '\n';
        return c < ' ' || c == '\u007F' || (endsLine && (char.IsWhiteSpace(c) || c == '\uFEFF'));
    }

    private bool MustBeEscaped(string text, int i, int lineStart)
    {
        char c = text[i];
        if (AlwaysEscaped.Contains(c))
            return true;

        char before = i > lineStart ? text[i - 1] : '\n';
        char after = i + 1 < text.Length ? text[i + 1] : '\n';
        return c switch
        {
            // :smile: and :-) and https:// and a definition's colon, but not the colon of "Read: this"
            ':' => !char.IsLetterOrDigit(before) || !char.IsWhiteSpace(after),
            '(' or ')' when before is ';' or '-' => true,
            '.' or ')' when char.IsWhiteSpace(after) && IsListMarker(text.AsSpan(lineStart, i - lineStart)) => true,
            '.' => IsWww(text.AsSpan(lineStart, i - lineStart)) || (flavor == MarkdownFlavor.Hugo && (before == '.' || after == '.')),
            '-' or '+' => before == '\n' || before == c || after == c,
            '"' => flavor == MarkdownFlavor.Hugo || before == c || after == c,
            '\'' => flavor == MarkdownFlavor.Hugo,
            _ => false,
        };
    }

    // 1. or 12) in CommonMark; a. and iv. with Markdig's extra lists
    private static bool IsListMarker(ReadOnlySpan<char> line) =>
        line.Length is > 0 and <= LongestListNumber
        && (!line.ContainsAnyExceptInRange('0', '9')
            || (line.Length == 1 && char.IsAsciiLetter(line[0]))
            || !line.ContainsAnyExcept(RomanDigits));

    private static bool IsWww(ReadOnlySpan<char> before) => before.EndsWith("www", StringComparison.OrdinalIgnoreCase);
}
