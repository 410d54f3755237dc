using System.Text;

namespace Embeds.Fuzz;

/// <summary>
/// Makes articles that no editor would: by grammar, by breaking fixtures, by repeating what a reader might trip over. The same
/// seed and number give the same article.
/// </summary>
internal sealed class HostileArticle(Vocabulary words, int size)
{
    private const int MaxCopies = 400;

    private readonly StringBuilder _text = new();
    private Random _random = new(0);

    public byte[] Make(int seed, long number)
    {
        _random = new Random(HashCode.Of(seed, number));
        _text.Clear();
        var length = _random.Next(8) == 0 ? size * 4 : _random.Next(1, size * 2);
        switch (_random.Next(10))
        {
            case 0 or 1 or 2:
                return Broken(length);
            case 3 or 4 or 5:
                Markup(length);
                break;
            case 6:
                Repeated(length);
                break;
            case 7:
                Nested(length);
                break;
            case 8:
                Data(length);
                break;
            default:
                Prose(length);
                break;
        }

        return Encoded(_text.ToString());
    }

    /// <summary>A fixture, or the middle of one, with pieces lost, doubled, moved and changed.</summary>
    private byte[] Broken(int length)
    {
        var bytes = new List<byte>(Cut(Pick(words.Pages), length * 2).ToArray());
        for (var changes = _random.Next(1, 9); changes > 0; changes--)
        {
            var at = _random.Next(bytes.Count + 1);
            var span = Math.Min(_random.Next(1, 60), bytes.Count - at);
            switch (_random.Next(7))
            {
                case 0:
                    bytes.RemoveRange(at, span);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, span));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pick(words.Pieces)));
                    break;
                case 3 when span > 0:
                    bytes[at] = (byte)_random.Next(256);
                    break;
                case 4 when span > 0:
                    bytes[at] ^= (byte)(1 << _random.Next(8));
                    break;
                case 5:
                    bytes.InsertRange(at, Cut(Pick(words.Pages), 300));
                    break;
                default:
                    bytes.RemoveRange(at, _random.Next(5) == 0 ? bytes.Count - at : 0);
                    break;
            }
        }

        return [.. bytes];
    }

    private void Markup(int length)
    {
        if (_random.Next(3) == 0)
            _text.Append("<!DOCTYPE html><html><head><title>").Append(Pick(words.Pieces)).Append("</title></head><body><article>");
        while (_text.Length < length)
            Element();
    }

    private void Element()
    {
        switch (_random.Next(12))
        {
            case < 6:
                Tag(Pick(words.Elements));
                break;
            case 6:
                _text.Append("</").Append(Pick(words.Elements)).Append('>');
                break;
            case 7 or 8:
                _text.Append(Pick(words.Pieces));
                break;
            case 9:
                _text.Append("<!--").Append(Pick(words.Pieces)).Append(_random.Next(4) == 0 ? "" : "-->");
                break;
            case 10:
                _text.Append("<script").Append(_random.Next(2) == 0 ? "" : " type=application/json").Append('>');
                Json(_random.Next(6));
                _text.Append("</script>");
                break;
            default:
                _text.Append(Pick(words.Addresses)).Append(_random.Next(2) == 0 ? "\n\n" : " ");
                break;
        }
    }

    private void Tag(string name)
    {
        _text.Append('<').Append(name);
        for (var i = _random.Next(5); i > 0; i--)
        {
            _text.Append(' ').Append(Pick(words.Attributes));
            var quote = Pick(["\"", "'", "", "\""]);
            if (_random.Next(8) > 0)
                _text.Append('=').Append(quote).Append(Value()).Append(_random.Next(20) == 0 ? "" : quote);
        }

        _text.Append(_random.Next(12) == 0 ? "/>" : _random.Next(40) == 0 ? "" : ">");
    }

    private string Value() => _random.Next(7) switch
    {
        0 or 1 => Pick(words.Addresses),
        2 or 3 => Pick(words.Classes),
        4 => Pick(words.Pieces),
        5 => System.Net.WebUtility.HtmlEncode($"<blockquote class={Pick(words.Classes)}><a href={Pick(words.Addresses)}>{Pick(words.Pieces)}"),
        _ => _random.NextInt64().ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private void Repeated(int length)
    {
        var piece = string.Concat(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => _random.Next(3) == 0 ? $"<{Pick(words.Elements)} {Pick(words.Attributes)}={Pick(words.Addresses)}>" : Pick(words.Pieces)));
        for (var i = 0; i < MaxCopies && _text.Length < length; i++)
            _text.Append(piece);
    }

    private void Nested(int length)
    {
        var opened = new Stack<string>();
        while (_text.Length < length)
        {
            opened.Push(Pick(words.Elements));
            Tag(opened.Peek());
        }

        _text.Append(Pick(words.Pieces));
        while (opened.Count > 0 && _random.Next(30) > 0)
            _text.Append("</").Append(opened.Pop()).Append('>');
    }

    private void Data(int length)
    {
        _text.Append("<title>").Append(Pick(words.Pieces)).Append("</title><script>window.__DATA__ = ");
        while (_text.Length < length)
            Json(8);
        _text.Append("</script><article>").Append(Pick(words.Pieces));
    }

    private void Json(int depth)
    {
        switch (_random.Next(depth > 0 ? 7 : 3))
        {
            case 0:
                _text.Append('"').Append(Escaped(Value())).Append(_random.Next(50) == 0 ? "" : "\"");
                break;
            case 1:
                _text.Append('"').Append(Escaped($"<blockquote class=\"{Pick(words.Classes)}\"><a href=\"{Pick(words.Addresses)}\">{Pick(words.Pieces)}</a></blockquote>")).Append('"');
                break;
            case 2:
                _text.Append(_random.Next());
                break;
            case 3:
                _text.Append('[');
                Json(depth - 1);
                _text.Append(',');
                Json(depth - 1);
                _text.Append(_random.Next(50) == 0 ? "" : "]");
                break;
            default:
                _text.Append("{\"").Append(Pick(["type", "url", "html", "id", "embed", "content", "rendered", "title", "provider_name", "$1"])).Append("\":");
                Json(depth - 1);
                _text.Append(",\"").Append(Pick(words.Attributes)).Append("\":");
                Json(depth - 1);
                _text.Append(_random.Next(50) == 0 ? "" : "}");
                break;
        }
    }

    private string Escaped(string text) => _random.Next(3) switch
    {
        0 => text.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal),
        1 => text.Replace("<", "\\u003c", StringComparison.Ordinal).Replace("\"", "\\u0022", StringComparison.Ordinal),
        _ => text,
    };

    private void Prose(int length)
    {
        while (_text.Length < length)
            _text.Append(Pick(words.Pieces)).Append(Pick([" ", " ", "\n", "\n\n", "", ", "]));
    }

    private byte[] Encoded(string text) => _random.Next(12) switch
    {
        0 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        1 => [.. Encoding.Latin1.GetBytes("<meta charset=" + Pick(["shift_jis", "gb18030", "utf-16", "windows-1251", "iso-2022-jp", "x", "utf-7"]) + ">"), .. Encoding.UTF8.GetBytes(text)],
        2 => Encoding.BigEndianUnicode.GetBytes(text),
        3 => Encoding.Latin1.GetBytes(text),
        _ => Encoding.UTF8.GetBytes(text),
    };

    private ReadOnlySpan<byte> Cut(byte[] page, int length)
    {
        var start = page.Length <= length ? 0 : _random.Next(page.Length - length);
        return page.AsSpan(start, Math.Min(length, page.Length - start));
    }

    private T Pick<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    /// <summary>A name's two halves as one seed; unlike <see cref="System.HashCode"/> it is the same in every process.</summary>
    private static class HashCode
    {
        public static int Of(int seed, long number)
        {
            var mixed = unchecked(((ulong)seed * 0x9E3779B97F4A7C15UL) ^ (((ulong)number + 1) * 0xC2B2AE3D27D4EB4FUL));
            mixed = unchecked((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9UL);
            return (int)((mixed ^ (mixed >> 32)) & int.MaxValue);
        }
    }
}
