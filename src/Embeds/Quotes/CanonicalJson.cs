using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Embeds.Quotes;

/// <summary>
/// Writes JSON in the one form that RFC 8785 (JSON Canonicalization Scheme) allows, so that equal documents are equal bytes and
/// can be hashed. The format has no fractions, so of the RFC's number rules only integers remain; every other number is refused.
/// </summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc8785"/>
internal static class CanonicalJson
{
    /// <summary>Levels of objects and arrays. The walk is recursive: this bounds its stack.</summary>
    public const int MaxDepth = 64;

    /// <summary>2^53 − 1, the largest integer that every JSON reader keeps exactly (RFC 7493, section 2.2).</summary>
    private const long MaxInteger = 9_007_199_254_740_991;

    /// <summary>A sign and the 16 digits of <see cref="MaxInteger"/>.</summary>
    private const int LongestInteger = 17;

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    /// <inheritdoc cref="Write"/>
    public static byte[] ToUtf8(JsonElement value, params ReadOnlySpan<string> except)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(output, value, except);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Appends a value's canonical form, leaving out the outermost object's members named in <paramref name="except"/>.</summary>
    /// <exception cref="QuoteFormatException">
    /// The value holds a number that is not an integer within ±(2^53 − 1), a lone surrogate, one name twice in an object, or more
    /// than <see cref="MaxDepth"/> levels.
    /// </exception>
    public static void Write(IBufferWriter<byte> output, JsonElement value, params ReadOnlySpan<string> except) =>
        WriteValue(output, value, except, JsonPath.Root);

    private static void WriteValue(IBufferWriter<byte> output, JsonElement value, ReadOnlySpan<string> except, JsonPath path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(output, value, except, path);
                break;
            case JsonValueKind.Array:
                WriteArray(output, value, path);
                break;
            case JsonValueKind.String:
                WriteString(output, Text(value, path));
                break;
            case JsonValueKind.Number:
                WriteInteger(output, value, path);
                break;
            case JsonValueKind.True:
                output.Write("true"u8);
                break;
            case JsonValueKind.False:
                output.Write("false"u8);
                break;
            default:
                output.Write("null"u8);
                break;
        }
    }

    private static void WriteObject(IBufferWriter<byte> output, JsonElement value, ReadOnlySpan<string> except, JsonPath path)
    {
        RefuseTooDeep(path);
        (string[] names, JsonElement[] values) = Members(value, path);
        // RFC 8785 sorts by UTF-16 units, which is what an ordinal comparison does.
        Array.Sort(names, values, StringComparer.Ordinal);

        char separator = '{';
        for (int i = 0; i < names.Length; i++)
        {
            JsonPath member = path.Member(names[i]);
            if (i > 0 && string.Equals(names[i], names[i - 1], StringComparison.Ordinal))
                throw new QuoteFormatException("An object has the same name twice.", member);
            if (except.Contains(names[i]))
                continue;

            WriteByte(output, separator);
            WriteString(output, names[i]);
            WriteByte(output, ':');
            WriteValue(output, values[i], [], member);
            separator = ',';
        }

        if (separator == '{')
            WriteByte(output, '{');
        WriteByte(output, '}');
    }

    private static (string[] Names, JsonElement[] Values) Members(JsonElement value, JsonPath path)
    {
        int count = value.GetPropertyCount();
        var names = new string[count];
        var values = new JsonElement[count];
        int next = 0;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            names[next] = Name(member, path);
            values[next++] = member.Value;
        }

        return (names, values);
    }

    private static void WriteArray(IBufferWriter<byte> output, JsonElement value, JsonPath path)
    {
        RefuseTooDeep(path);
        WriteByte(output, '[');
        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            if (index > 0)
                WriteByte(output, ',');
            WriteValue(output, item, [], path.Item(index++));
        }

        WriteByte(output, ']');
    }

    private static void WriteInteger(IBufferWriter<byte> output, JsonElement value, JsonPath path)
    {
        if (!value.TryGetInt64(out long number) || number is < -MaxInteger or > MaxInteger)
        {
            throw new QuoteFormatException(
                "A number is not an integer within ±(2^53 − 1): write fractions and longer numbers as strings.", path);
        }

        number.TryFormat(output.GetSpan(LongestInteger), out int length, provider: CultureInfo.InvariantCulture);
        output.Advance(length);
    }

    private static void WriteString(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        WriteByte(output, '"');
        for (int next; (next = text.IndexOfAny(Escaped)) >= 0; text = text[(next + 1)..])
        {
            Encoding.UTF8.GetBytes(text[..next], output);
            WriteEscape(output, text[next]);
        }

        Encoding.UTF8.GetBytes(text, output);
        WriteByte(output, '"');
    }

    /// <summary>RFC 8785, section 3.2.2.2: the two-character escapes where JSON has them, else four lower-case hex digits.</summary>
    private static void WriteEscape(IBufferWriter<byte> output, char unit)
    {
        WriteByte(output, '\\');
        char letter = unit switch
        {
            '\b' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\f' => 'f',
            '\r' => 'r',
            '"' or '\\' => unit,
            _ => 'u',
        };
        WriteByte(output, letter);
        if (letter == 'u')
            Encoding.UTF8.GetBytes(((int)unit).ToString("x4", CultureInfo.InvariantCulture), output);
    }

    private static void WriteByte(IBufferWriter<byte> output, char ascii)
    {
        output.GetSpan(1)[0] = (byte)ascii;
        output.Advance(1);
    }

    private static void RefuseTooDeep(JsonPath path)
    {
        if (path.Depth >= MaxDepth)
            throw new QuoteFormatException("The document is nested more than 64 levels deep.", path);
    }

    private static string Text(JsonElement value, JsonPath path)
    {
        try
        {
            return value.GetString()!; // Never null: the caller has seen that it is a string.
        }
        catch (InvalidOperationException e)
        {
            throw LoneSurrogate(path, e);
        }
    }

    private static string Name(JsonProperty member, JsonPath path)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException e)
        {
            throw LoneSurrogate(path, e);
        }
    }

    private static QuoteFormatException LoneSurrogate(JsonPath path, InvalidOperationException cause) =>
        new("A string holds half of a surrogate pair, which is no character.", path, cause);
}
