using System.Net;

namespace Embeds.Articles;

/// <summary>Copies escaped text piece by piece, each character reference as what it stands for.</summary>
internal static class CharacterReference
{
    // "&CounterClockwiseContourIntegral;" is the longest that HTML knows.
    private const int MaxLength = 40;

    /// <param name="outer">The text with the references.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="inlaid">Takes the pieces.</param>
    /// <param name="spelling">How it is written.</param>
    public static void Decode(string outer, int start, int end, InlaidText.Builder inlaid, Spelling spelling)
    {
        var copied = start;
        for (var at = start; at < end;)
        {
            var step = outer.AsSpan(at, end - at).IndexOfAny('&', '\r');
            if (step < 0)
                break;
            at += step;
            var (length, meaning) = outer[at] == '\r' ? LineEnd(outer, at, end) : Reference(outer.AsSpan(at, Math.Min(MaxLength, end - at)));
            if (length == 0)
            {
                at++;
                continue;
            }

            inlaid.Literal(copied, at, spelling);
            inlaid.Escape(at, at + length, meaning, spelling);
            at += length;
            copied = at;
        }

        inlaid.Literal(copied, end, spelling);
    }

    /// <summary>Parsers of HTML and XML make one line feed of CR LF.</summary>
    private static (int, string) LineEnd(string outer, int at, int end) => at + 1 < end && outer[at + 1] == '\n' ? (2, "\n") : (0, "");

    private static (int Length, string Meaning) Reference(ReadOnlySpan<char> text)
    {
        var close = text.IndexOf(';');
        if (close < 2)
            return (0, "");
        var written = text[..(close + 1)].ToString();
        var meaning = WebUtility.HtmlDecode(written);
        return meaning.Length == 0 || meaning == written ? (0, "") : (written.Length, meaning);
    }
}
