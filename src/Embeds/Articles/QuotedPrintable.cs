namespace Embeds.Articles;

/// <summary>RFC 2045, section 6.7: <c>=C3=A9</c> is a byte, <c>=</c> at the end of a line joins it to the next.</summary>
internal static class QuotedPrintable
{
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length];
        var written = 0;
        while (!text.IsEmpty)
        {
            var equals = text.IndexOf((byte)'=');
            var plain = equals < 0 ? text : text[..equals];
            plain.CopyTo(bytes.AsSpan(written));
            written += plain.Length;
            if (equals < 0)
                break;
            text = text[(equals + 1)..];
            if (text is [(byte)'\r', (byte)'\n', ..])
                text = text[2..];
            else if (text is [(byte)'\n', ..])
                text = text[1..];
            else if (text.Length >= 2 && Digit(text[0]) is var high and >= 0 && Digit(text[1]) is var low and >= 0)
            {
                bytes[written++] = (byte)((high << 4) | low);
                text = text[2..];
            }
            else
            {
                // A lone sign is what somebody wrote; better one sign too many than a word too few.
                bytes[written++] = (byte)'=';
            }
        }

        return bytes.AsSpan(0, written);
    }

    private static int Digit(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        _ => -1,
    };
}
