using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
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

    // One level more than is allowed, so that the refusal can be our own.
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = MaxDepth + 1 };

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    /// <inheritdoc cref="Write"/>
    public static byte[] ToUtf8(ReadOnlySpan<byte> json, params ReadOnlySpan<string> except)
    {
        using var output = new Utf8Buffer();
        Write(output, json, except);
        return output.Written.ToArray();
    }

    /// <summary>Appends a document's canonical form, leaving out the outermost object's members named in <paramref name="except"/>.</summary>
    /// <param name="output">Takes the form.</param>
    /// <param name="json">One sound JSON document in UTF-8, in any layout.</param>
    /// <param name="except">Names of members.</param>
    /// <exception cref="QuoteFormatException">
    /// The document holds a number that is not an integer within ±(2^53 − 1), a lone surrogate, one name twice in an object, or
    /// more than <see cref="MaxDepth"/> levels.
    /// </exception>
    public static void Write(Utf8Buffer output, ReadOnlySpan<byte> json, params ReadOnlySpan<string> except)
    {
        var reader = new Utf8JsonReader(json, Reading);
        reader.Read();
        new Writer(json, output, []).WriteValue(ref reader, except);
    }

    /// <summary>A member of an object, as it stands in the output: <c>"name":value</c>.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Member(int Start, int NameEnd, int End, long Source);

    /// <param name="json">The document.</param>
    /// <param name="output">Takes its canonical form.</param>
    /// <param name="members">The members of all objects that are being written, those of the innermost last.</param>
    private readonly ref struct Writer(ReadOnlySpan<byte> json, Utf8Buffer output, List<Member> members)
    {
        private readonly ReadOnlySpan<byte> _json = json;

        public void WriteValue(ref Utf8JsonReader value, scoped ReadOnlySpan<string> except)
        {
            switch (value.TokenType)
            {
                case JsonTokenType.StartObject:
                    WriteObject(ref value, except);
                    break;
                case JsonTokenType.StartArray:
                    WriteArray(ref value);
                    break;
                case JsonTokenType.String:
                    WriteString(ref value);
                    break;
                case JsonTokenType.Number:
                    WriteInteger(ref value);
                    break;
                default:
                    // true, false and null have one spelling each.
                    output.Add(value.ValueSpan);
                    break;
            }
        }

        private void WriteObject(ref Utf8JsonReader value, scoped ReadOnlySpan<string> except)
        {
            RefuseTooDeep(value);
            int first = members.Count;
            output.Add((byte)'{');
            while (value.Read() && value.TokenType == JsonTokenType.PropertyName)
            {
                if (IsAnyOf(except, value))
                    value.Skip();
                else
                    members.Add(WriteMember(ref value, isFirst: members.Count == first));
            }

            Sort(first);
            members.RemoveRange(first, members.Count - first);
            output.Add((byte)'}');
        }

        private Member WriteMember(ref Utf8JsonReader value, bool isFirst)
        {
            if (!isFirst)
                output.Add((byte)',');
            int start = output.Length;
            WriteString(ref value);
            int nameEnd = output.Length;
            output.Add((byte)':');
            value.Read();
            long source = value.TokenStartIndex;
            WriteValue(ref value, []);
            return new Member(start, nameEnd, output.Length, source);
        }

        private static bool IsAnyOf(scoped ReadOnlySpan<string> names, in Utf8JsonReader name)
        {
            foreach (string each in names)
            {
                if (name.ValueTextEquals(each))
                    return true;
            }

            return false;
        }

        /// <summary>Brings the innermost object's members into the RFC's order, in which most of them stand already.</summary>
        private void Sort(int first)
        {
            Span<Member> own = CollectionsMarshal.AsSpan(members)[first..];
            bool isSorted = true;
            for (int i = 1; i < own.Length && isSorted; i++)
                isSorted = Compare(output, own[i - 1], own[i]) < 0;
            if (isSorted)
                return;

            Utf8Buffer written = output;
            own.Sort((one, other) => Compare(written, one, other));
            for (int i = 1; i < own.Length; i++)
            {
                if (Compare(output, own[i - 1], own[i]) == 0)
                    throw new QuoteFormatException("An object has the same name twice.", JsonPath.At(_json, Math.Max(own[i - 1].Source, own[i].Source)));
            }

            Rearrange(own);
        }

        private void Rearrange(ReadOnlySpan<Member> sorted)
        {
            int start = int.MaxValue;
            foreach (Member member in sorted)
                start = Math.Min(start, member.Start);
            Span<byte> target = output.Written[start..];
            byte[] copy = ArrayPool<byte>.Shared.Rent(target.Length);
            target.CopyTo(copy);
            int at = 0;
            foreach (Member member in sorted)
            {
                if (at > 0)
                    target[at++] = (byte)',';
                ReadOnlySpan<byte> bytes = copy.AsSpan(member.Start - start, member.End - member.Start);
                bytes.CopyTo(target[at..]);
                at += bytes.Length;
            }

            ArrayPool<byte>.Shared.Return(copy);
        }

        private void WriteArray(ref Utf8JsonReader value)
        {
            RefuseTooDeep(value);
            output.Add((byte)'[');
            for (bool isFirst = true; value.Read() && value.TokenType != JsonTokenType.EndArray; isFirst = false)
            {
                if (!isFirst)
                    output.Add((byte)',');
                WriteValue(ref value, []);
            }

            output.Add((byte)']');
        }

        private void WriteInteger(ref Utf8JsonReader value)
        {
            if (!value.TryGetInt64(out long number) || number is < -MaxInteger or > MaxInteger)
            {
                throw new QuoteFormatException(
                    "A number is not an integer within ±(2^53 − 1): write fractions and longer numbers as strings.", JsonPath.At(_json, value.TokenStartIndex));
            }

            number.TryFormat(output.GetSpan(LongestInteger), out int length, provider: CultureInfo.InvariantCulture);
            output.Advance(length);
        }

        /// <summary>A string or a name. What is written without an escape needs none.</summary>
        private void WriteString(ref Utf8JsonReader value)
        {
            output.Add((byte)'"');
            if (value.ValueIsEscaped)
                WriteEscaped(ref value);
            else
                output.Add(value.ValueSpan);
            output.Add((byte)'"');
        }

        private void WriteEscaped(ref Utf8JsonReader value)
        {
            byte[] plain = ArrayPool<byte>.Shared.Rent(value.ValueSpan.Length);
            try
            {
                ReadOnlySpan<byte> text = plain.AsSpan(0, value.CopyString(plain));
                for (int next; (next = text.IndexOfAny(Escaped)) >= 0; text = text[(next + 1)..])
                {
                    output.Add(text[..next]);
                    WriteEscape(text[next]);
                }

                output.Add(text);
            }
            catch (InvalidOperationException e)
            {
                throw new QuoteFormatException("A string holds half of a surrogate pair, which is no character.", JsonPath.At(_json, value.TokenStartIndex), e);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(plain);
            }
        }

        /// <summary>RFC 8785, section 3.2.2.2: the two-character escapes where JSON has them, else four lower-case hex digits.</summary>
        private void WriteEscape(byte unit)
        {
            ReadOnlySpan<byte> escape = unit switch
            {
                (byte)'\b' => "\\b"u8,
                (byte)'\t' => "\\t"u8,
                (byte)'\n' => "\\n"u8,
                (byte)'\f' => "\\f"u8,
                (byte)'\r' => "\\r"u8,
                (byte)'"' => "\\\""u8,
                (byte)'\\' => "\\\\"u8,
                _ => default,
            };
            output.Add(escape);
            if (escape.IsEmpty)
            {
                output.Add("\\u00"u8);
                output.Add((byte)(unit < 0x10 ? '0' : '1'));
                output.Add("0123456789abcdef"u8[unit & 0xF]);
            }
        }

        private void RefuseTooDeep(in Utf8JsonReader value)
        {
            if (value.CurrentDepth >= MaxDepth)
                throw new QuoteFormatException("The document is nested more than 64 levels deep.", JsonPath.At(_json, value.TokenStartIndex));
        }
    }

    /// <summary>RFC 8785 sorts by UTF-16 units, which is what an ordinal comparison does; of ASCII bytes are the same.</summary>
    private static int Compare(Utf8Buffer output, Member one, Member other)
    {
        ReadOnlySpan<byte> a = output.Written[one.Start..one.NameEnd];
        ReadOnlySpan<byte> b = output.Written[other.Start..other.NameEnd];
        return IsPlain(a) && IsPlain(b) ? a[1..^1].SequenceCompareTo(b[1..^1]) : string.CompareOrdinal(Name(a), Name(b));
    }

    private static bool IsPlain(ReadOnlySpan<byte> name) => Ascii.IsValid(name) && !name.Contains((byte)'\\');

    private static string Name(ReadOnlySpan<byte> written) => JsonElement.Parse(written).GetString()!; // never null: it is a string
}
