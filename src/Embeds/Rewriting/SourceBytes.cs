using System.Text;
using System.Text.Unicode;

namespace Embeds.Rewriting;

/// <summary>An article's bytes with the text that they decode to, and the way from one to the other and back.</summary>
internal sealed class SourceBytes
{
    private readonly Encoding _encoding;
    private readonly int _mark;
    private int _knownUnits;
    private int _knownBytes;

    private SourceBytes(ReadOnlyMemory<byte> bytes, string text, Encoding encoding, int mark)
    {
        Bytes = bytes;
        Text = text;
        _mark = mark;
        _encoding = (Encoding)encoding.Clone();
        _encoding.EncoderFallback = new HtmlEntityFallback();
        var lineEnd = text.IndexOf('\n', StringComparison.Ordinal);
        LineEnd = lineEnd > 0 && text[lineEnd - 1] == '\r' ? "\r\n" : "\n";
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public string Text { get; }

    /// <summary>The article's own line end.</summary>
    public string LineEnd { get; }

    /// <returns>Null when the text does not encode to the very bytes that it came from, so that nothing may be touched.</returns>
    public static SourceBytes? Of(ReadOnlyMemory<byte> bytes, string text, Encoding encoding, int mark)
    {
        var own = bytes.Span[mark..];
        // Sound UTF-8 has one spelling for each character: what it decodes to encodes to it, and the length tells whether it does.
        var isKept = encoding is UTF8Encoding
            ? Utf8.IsValid(own) && encoding.GetByteCount(text) == own.Length
            : encoding.GetByteCount(text) == own.Length && encoding.GetBytes(text).AsSpan().SequenceEqual(own);
        return isKept ? new SourceBytes(bytes, text, encoding, mark) : null;
    }

    public byte[] Encode(string text) => _encoding.GetBytes(text);

    /// <summary>The original bytes of a span of the text; the first span includes the byte order mark.</summary>
    public ReadOnlySpan<byte> Slice(int start, int end) => Bytes.Span[(start == 0 ? 0 : OffsetOf(start))..OffsetOf(end)];

    /// <summary>The byte at which a UTF-16 unit of the text begins. Asked in ascending order it reads the text once.</summary>
    public int OffsetOf(int unit)
    {
        if (unit < _knownUnits)
            (_knownUnits, _knownBytes) = (0, 0);
        _knownBytes += _encoding.GetByteCount(Text.AsSpan(_knownUnits, unit - _knownUnits));
        _knownUnits = unit;
        return _mark + _knownBytes;
    }
}
