using System.Buffers;

namespace Embeds.Articles;

/// <summary>
/// Makes Markdown ready for an HTML parser: what Markdown shows as code becomes blanks, for there markup is only written
/// about, and so do quote blocks of our own. Every other character stays where it was.
/// </summary>
internal static class MarkdownSource
{
    // Longer than any code span or address; a search for the end of one stops there.
    private const int MaxInline = 2048;

    private static readonly SearchValues<char> Inline = SearchValues.Create("`<{");

    /// <returns>A text of the same length, line by line.</returns>
    public static string WithoutCode(string markdown) => string.Create(markdown.Length, markdown, (text, source) =>
    {
        source.CopyTo(text);
        foreach (var (start, end, _) in MarkdownMarks.In(source))
            Blank(text[start..end]);
        var state = new Blocks();
        for (var start = 0; start < text.Length;)
        {
            var end = text[start..].IndexOf('\n') is var length and >= 0 ? start + length : text.Length;
            var line = text[start..end];
            if (state.IsCode(line))
                Blank(line);
            else if (!state.IsInHtml)
                BlankInline(line);
            start = end + 1;
        }
    });

    /// <summary>Where the settings before the text end (<c>---</c> to <c>---</c>, <c>+++</c> to <c>+++</c>); zero without any.</summary>
    public static int EndOfSettings(string markdown)
    {
        var state = new Blocks();
        for (var start = 0; start < markdown.Length;)
        {
            var end = markdown.IndexOf('\n', start) is var at and >= 0 ? at : markdown.Length;
            state.IsCode(markdown.AsSpan(start, end - start));
            if (!state.IsInSettings)
                return start == 0 ? 0 : end;
            start = end + 1;
        }

        return markdown.Length;
    }

    private static void Blank(Span<char> text)
    {
        foreach (ref var c in text)
            c = c is '\r' or '\n' ? c : ' ';
    }

    private static void BlankInline(Span<char> line)
    {
        for (var at = 0; line[at..].IndexOfAny(Inline) is var step and >= 0;)
        {
            at += step;
            var rest = line.Slice(at, Math.Min(MaxInline, line.Length - at));
            at += rest[0] switch
            {
                '`' => BlankSpan(rest),
                '<' => BareAddress(rest),
                _ => BareCode(rest),
            };
        }
    }

    /// <summary>A code span ends with as many marks as it began with.</summary>
    private static int BlankSpan(Span<char> rest)
    {
        var marks = rest.IndexOfAnyExcept('`') is var length and >= 0 ? length : rest.Length;
        for (var at = marks; at < rest.Length;)
        {
            var next = rest[at..].IndexOf('`');
            if (next < 0)
                break;
            at += next;
            var run = rest[at..].IndexOfAnyExcept('`') is var r and >= 0 ? r : rest.Length - at;
            at += run;
            if (run != marks)
                continue;
            Blank(rest[..at]);
            return at;
        }

        return marks;
    }

    /// <summary>Between angle brackets an address would be read as a tag: the brackets go, the address stays.</summary>
    private static int BareAddress(Span<char> rest)
    {
        if (!rest.StartsWith("<http", StringComparison.OrdinalIgnoreCase) || rest.IndexOf('>') is var end && (end < 0 || rest[..end].ContainsAny(' ', '"')))
            return 1;
        rest[0] = ' ';
        rest[end] = ' ';
        return end + 1;
    }

    /// <summary>Hugo's <c>{{&lt;tweet 1>}}</c> would be read as a tag, too: it takes <c>%</c> as well.</summary>
    private static int BareCode(Span<char> rest)
    {
        if (!rest.StartsWith("{{<") || rest.IndexOf(">}}") is var end && end < 0)
            return 1;
        rest[2] = '%';
        rest[end] = '%';
        return end + 3;
    }

    /// <summary>Which kind of block a line belongs to, told line by line.</summary>
    private struct Blocks
    {
        private const int CodeIndent = 4;

        private bool _started;
        private char _fence;
        private int _fenceLength;
        private bool _isInHighlight;
        private bool _isAfterBlank;
        private bool _isInIndented;
        private bool _isInList;

        /// <summary>Within a block of HTML Markdown changes nothing, until a blank line.</summary>
        public bool IsInHtml { get; private set; }

        /// <summary>Above the text.</summary>
        public bool IsInSettings { get; private set; }

        public bool IsCode(ReadOnlySpan<char> line)
        {
            line = line.TrimEnd();
            var isFirst = !_started;
            _started = true;
            // Settings before the text are none of Markdown's; some keep an embed's code.
            if (IsInSettings || isFirst && line is "---" or "+++")
            {
                IsInSettings = isFirst || line is not ("---" or "+++" or "...");
                IsInHtml = IsInSettings;
                return false;
            }

            if (IsFence(line))
                return true;
            if (_isInHighlight || Opens(line, "highlight"))
            {
                _isInHighlight = !Closes(line, "highlight");
                return true;
            }

            return IsIndented(line);
        }

        private bool IsFence(ReadOnlySpan<char> line)
        {
            var text = line.TrimStart(" >");
            var mark = text.IsEmpty ? ' ' : text[0];
            var length = mark is '`' or '~' ? text.IndexOfAnyExcept(mark) is var run and >= 0 ? run : text.Length : 0;
            if (_fence != default)
            {
                if (mark == _fence && length >= _fenceLength && text[length..].IsWhiteSpace())
                    _fence = default;
                return true;
            }

            // Marks that close on their own line are code within a sentence.
            if (length < 3 || mark == '`' && text[length..].Contains('`'))
                return false;
            (_fence, _fenceLength) = (mark, length);
            return true;
        }

        private static bool Opens(ReadOnlySpan<char> line, string block) => Tag(line).StartsWith(block, StringComparison.Ordinal);

        private static bool Closes(ReadOnlySpan<char> line, string block) =>
            Tag(line) is var tag && (tag.StartsWith("end" + block, StringComparison.Ordinal) || tag.StartsWith("/") && tag[1..].TrimStart().StartsWith(block, StringComparison.Ordinal));

        private static ReadOnlySpan<char> Tag(ReadOnlySpan<char> line)
        {
            line = line.TrimStart();
            return line.StartsWith("{%") || line.StartsWith("{{<") ? line[2..].TrimStart("-<% ") : default;
        }

        /// <summary>Four blanks make code after a blank line, but in a list they only go on with the item.</summary>
        private bool IsIndented(ReadOnlySpan<char> line)
        {
            if (line.IsEmpty)
            {
                (_isAfterBlank, IsInHtml) = (true, false);
                return _isInIndented;
            }

            var text = line.TrimStart(" \t");
            var isDeep = line[0] == '\t' || line.Length - text.Length >= CodeIndent;
            _isInIndented = isDeep && !_isInList && !IsInHtml && (_isAfterBlank || _isInIndented);
            if (!isDeep)
                _isInList = text[0] is '-' or '*' or '+' || char.IsAsciiDigit(text[0]) || _isInList && !_isAfterBlank;
            IsInHtml |= !isDeep && text.Length > 1 && text[0] == '<' && (char.IsAsciiLetter(text[1]) || text[1] is '/' or '!') && !text.StartsWith("<http", StringComparison.OrdinalIgnoreCase);
            _isAfterBlank = false;
            return _isInIndented;
        }
    }
}
