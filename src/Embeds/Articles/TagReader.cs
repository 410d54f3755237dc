using System.Buffers;

namespace Embeds.Articles;

/// <summary>
/// Reads the tags of a page one after the other, without a tree and without allocating: HTML's rules for tags, attributes,
/// comments and raw text (https://html.spec.whatwg.org/multipage/parsing.html#tokenization), but no rule about which element
/// may stand in which.
/// </summary>
internal ref struct TagReader
{
    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\n\r\f/>");

    private readonly ReadOnlySpan<char> _html;
    private readonly bool _comments;
    private int _next;
    private int _foreign;

    /// <param name="html">The page.</param>
    /// <param name="comments">Whether comments are read like tags, for whoever wants the text between.</param>
    public TagReader(ReadOnlySpan<char> html, bool comments = false)
    {
        _html = html;
        _comments = comments;
    }

    /// <summary>Where the tag's <c>&lt;</c> stands.</summary>
    public int Start { get; private set; }

    /// <summary>The position after the tag's <c>&gt;</c>.</summary>
    public int End { get; private set; }

    public bool IsEndTag { get; private set; }

    /// <summary>It is a comment or a declaration, which has no name.</summary>
    public bool IsComment { get; private set; }

    /// <summary>The name as written; names are the same whatever their case.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>It ends with <c>/&gt;</c>, which says something in SVG and MathML only.</summary>
    public readonly bool IsSelfClosed => !IsEndTag && End - Start > 3 && _html[End - 2] == '/';

    /// <summary>Behind a start tag of <c>script</c>, <c>textarea</c> and their like: where their text ends. Else <see cref="End"/>.</summary>
    public int TextEnd { get; private set; }

    /// <summary>The text of a raw-text element, from its start tag to its end tag.</summary>
    public readonly ReadOnlySpan<char> Text => _html[End..TextEnd];

    /// <summary>It has no attribute and no raw text.</summary>
    public readonly bool IsBare => End - Start == Name.Length + (IsEndTag ? 3 : 2) && TextEnd == End;

    public readonly AttributeReader Attributes => new(_html[(Start + 1 + (IsEndTag ? 1 : 0) + Name.Length)..(End - 1)]);

    public readonly bool Is(ReadOnlySpan<char> name) => Name.Length == name.Length && Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <returns>False when no tag is left. A tag that the page breaks off in is none.</returns>
    public bool Read()
    {
        for (var at = _next; ;)
        {
            var found = _html[at..].IndexOf('<');
            if (found < 0 || at + found + 1 >= _html.Length)
                return false;
            at += found;
            var second = _html[at + 1];
            if (char.IsAsciiLetter(second))
                return ReadTag(at, at + 1, isEnd: false);
            if (second == '/' && at + 2 < _html.Length && char.IsAsciiLetter(_html[at + 2]))
                return ReadTag(at, at + 2, isEnd: true);
            var end = second switch
            {
                '!' => AfterDeclaration(at + 2),
                '?' => AfterBogusComment(at + 2),
                '/' when at + 2 < _html.Length => AfterBogusComment(at + 2),
                _ => -1,
            };
            if (end >= 0 && _comments)
                return SetComment(at, end);
            at = end < 0 ? at + 1 : end;
        }
    }

    private bool SetComment(int start, int end)
    {
        (Start, End, TextEnd, _next) = (start, end, end, end);
        (IsComment, IsEndTag) = (true, false);
        Name = default;
        return true;
    }

    private bool ReadTag(int start, int nameStart, bool isEnd)
    {
        var length = _html[nameStart..].IndexOfAny(NameEnd);
        if (length < 0)
            return false;
        Name = _html.Slice(nameStart, length);
        var end = EndOfTag(nameStart + length);
        if (end < 0)
            return false;
        (Start, IsEndTag, IsComment) = (start, isEnd, false);
        End = TextEnd = _next = end;
        if (Name.Length is 3 or 4)
            CountForeign(selfClosed: _html[End - 2] == '/');
        if (!isEnd && _foreign == 0 && TextKindOf(Name) is var kind and not TextKind.None)
            _next = TextEnd = kind == TextKind.Plain ? _html.Length : EndOfText(kind);
        return true;
    }

    /// <summary>The position after a tag's <c>&gt;</c>; -1 when the page breaks off in it.</summary>
    private readonly int EndOfTag(int nameEnd)
    {
        // Most tags have no attributes.
        if (_html[nameEnd] == '>')
            return nameEnd + 1;
        var attributes = new AttributeReader(_html[nameEnd..]);
        while (attributes.Read())
        {
        }

        return attributes.IsClosed ? nameEnd + attributes.Position : -1;
    }

    /// <summary>In SVG and MathML no element has raw text.</summary>
    private void CountForeign(bool selfClosed)
    {
        if (!Is("svg") && !Is("math"))
            return;
        if (IsEndTag)
            _foreign = Math.Max(0, _foreign - 1);
        else if (!selfClosed)
            _foreign++;
    }

    private enum TextKind
    {
        None,
        Raw,
        Script,
        Plain,
    }

    private static TextKind TextKindOf(ReadOnlySpan<char> name)
    {
        // The first letters of the names below.
        if (name.Length is < 3 or > 9 || (name[0] | 0x20) is not ('s' or 't' or 'i' or 'x' or 'n' or 'p'))
            return TextKind.None;
        Span<char> lower = stackalloc char[9];
        lower = lower[..name.ToLowerInvariant(lower)];
        return lower switch
        {
            "script" => TextKind.Script,
            "style" or "textarea" or "title" or "iframe" or "xmp" or "noembed" or "noframes" => TextKind.Raw,
            "plaintext" => TextKind.Plain,
            _ => TextKind.None,
        };
    }

    /// <summary>Where the element's own end tag begins.</summary>
    private readonly int EndOfText(TextKind kind)
    {
        var at = End;
        while (true)
        {
            var found = _html[at..].IndexOf('<');
            if (found < 0)
                return _html.Length;
            at += found;
            if (IsTag(at, "</", Name))
                return at;
            if (kind == TextKind.Script && _html[at..].StartsWith("<!--"))
                at = AfterEscapedScript(at + 4);
            else
                at++;
        }
    }

    /// <summary>
    /// Behind <c>&lt;!--</c> in a script: an end tag still ends it, unless a <c>&lt;script</c> came first, which then swallows one.
    /// </summary>
    private readonly int AfterEscapedScript(int at)
    {
        // "<!-->" and "<!--->" close at once: the dashes count for both ends.
        at -= 2;
        var nested = false;
        for (; at < _html.Length; at++)
        {
            var skip = _html[at..].IndexOfAny('<', '-');
            if (skip < 0)
                return _html.Length;
            at += skip;
            if (_html[at..].StartsWith("-->"))
                return at + 3;
            if (!nested && IsTag(at, "</", "script"))
                return at;
            if (IsTag(at, nested ? "</" : "<", "script"))
                nested = !nested;
        }

        return _html.Length;
    }

    private readonly bool IsTag(int at, ReadOnlySpan<char> opening, ReadOnlySpan<char> name)
    {
        var rest = _html[at..];
        if (!rest.StartsWith(opening) || rest.Length <= opening.Length + name.Length)
            return false;
        rest = rest[opening.Length..];
        return rest[..name.Length].Equals(name, StringComparison.OrdinalIgnoreCase) && NameEnd.Contains(rest[name.Length]);
    }

    private readonly int AfterDeclaration(int at)
    {
        if (!_html[at..].StartsWith("--"))
            return AfterBogusComment(at);
        at += 2;
        if (_html[at..].StartsWith(">"))
            return at + 1;
        if (_html[at..].StartsWith("->"))
            return at + 2;
        while (true)
        {
            var end = _html[at..].IndexOf("--");
            if (end < 0)
                return _html.Length;
            at += end + 2;
            if (_html[at..].StartsWith(">"))
                return at + 1;
            if (_html[at..].StartsWith("!>"))
                return at + 2;
            // "--->": the dash may be the first of the pair that ends it.
            at--;
        }
    }

    private readonly int AfterBogusComment(int at)
    {
        var end = _html[Math.Min(at, _html.Length)..].IndexOf('>');
        return end < 0 ? _html.Length : at + end + 1;
    }
}
