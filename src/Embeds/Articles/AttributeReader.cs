using System.Buffers;

namespace Embeds.Articles;

/// <summary>Reads the attributes of one tag, from behind its name to its <c>&gt;</c>. Values keep their character references.</summary>
internal ref struct AttributeReader
{
    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\n\r\f/>=");
    private static readonly SearchValues<char> ValueEnd = SearchValues.Create(" \t\n\r\f>");

    private readonly ReadOnlySpan<char> _text;

    /// <param name="text">The page from behind the tag's name on, or the tag's inside.</param>
    public AttributeReader(ReadOnlySpan<char> text) => _text = text;

    public ReadOnlySpan<char> Name { get; private set; }

    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>How far was read; when <see cref="IsClosed"/>, the position after the <c>&gt;</c>.</summary>
    public int Position { get; private set; }

    /// <summary>Whether the tag's <c>&gt;</c> was reached.</summary>
    public bool IsClosed { get; private set; }

    public readonly void Deconstruct(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = Name;
        value = Value;
    }

    /// <summary>Whether the attribute that was read last has a name, in whatever case.</summary>
    public readonly bool Is(ReadOnlySpan<char> name) => Name.Length == name.Length && Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The value of the first attribute of a name, as it is written; empty when there is none. Reads a copy from the beginning.</summary>
    public readonly ReadOnlySpan<char> Find(ReadOnlySpan<char> name)
    {
        var all = new AttributeReader(_text);
        while (all.Read())
        {
            if (all.Is(name))
                return all.Value;
        }

        return default;
    }

    /// <summary>Whether there is an attribute of a name.</summary>
    public readonly bool Has(ReadOnlySpan<char> name)
    {
        var all = new AttributeReader(_text);
        while (all.Read())
        {
            if (all.Is(name))
                return true;
        }

        return false;
    }

    public bool Read()
    {
        while (Position < _text.Length && (IsBlank(_text[Position]) || _text[Position] == '/'))
            Position++;
        if (Position >= _text.Length || IsClosed)
            return false;
        if (_text[Position] == '>')
            return Close();

        // A name may begin with '=', and with nothing else that ends one.
        var end = _text[(Position + 1)..].IndexOfAny(NameEnd);
        var nameEnd = end < 0 ? _text.Length : Position + 1 + end;
        Name = _text[Position..nameEnd];
        Value = default;
        Position = nameEnd;
        SkipBlanks();
        if (Position < _text.Length && _text[Position] == '=')
        {
            Position++;
            SkipBlanks();
            ReadValue();
        }

        return true;
    }

    private void ReadValue()
    {
        if (Position >= _text.Length || _text[Position] == '>')
            return;
        var quote = _text[Position];
        if (quote is '"' or '\'')
        {
            var close = _text[(Position + 1)..].IndexOf(quote);
            Value = close < 0 ? _text[(Position + 1)..] : _text.Slice(Position + 1, close);
            Position = close < 0 ? _text.Length : Position + close + 2;
            return;
        }

        var end = _text[Position..].IndexOfAny(ValueEnd);
        Value = end < 0 ? _text[Position..] : _text.Slice(Position, end);
        Position += Value.Length;
    }

    private bool Close()
    {
        Position++;
        IsClosed = true;
        return false;
    }

    private void SkipBlanks()
    {
        while (Position < _text.Length && IsBlank(_text[Position]))
            Position++;
    }

    private static bool IsBlank(char c) => c <= ' ' && (c is ' ' or '\t' or '\n' or '\r' or '\f');
}
