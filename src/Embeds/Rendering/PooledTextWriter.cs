using System.Buffers;
using System.Globalization;
using System.Text;

namespace Embeds.Rendering;

/// <summary>Collects text in a buffer that is given back, so that all that is left of a rendering is its string.</summary>
internal sealed class PooledTextWriter() : TextWriter(CultureInfo.InvariantCulture)
{
    private const int FirstSize = 8192;
    private char[] _buffer = ArrayPool<char>.Shared.Rent(FirstSize);
    private int _length;

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value)
    {
        EnsureRoom(1);
        _buffer[_length++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        EnsureRoom(buffer.Length);
        buffer.CopyTo(_buffer.AsSpan(_length));
        _length += buffer.Length;
    }

    public override string ToString() => new(_buffer, 0, _length);

    protected override void Dispose(bool disposing)
    {
        if (_buffer.Length > 0)
            ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
        base.Dispose(disposing);
    }

    private void EnsureRoom(int more)
    {
        if (_buffer.Length - _length >= more)
            return;
        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(checked(_length + more), (int)Math.Min(2L * _buffer.Length, Array.MaxLength)));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
