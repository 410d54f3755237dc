using System.Buffers;
using System.Globalization;
using System.Text;

namespace Embeds.Rendering;

/// <summary>
/// Makes foreign words safe to show: characters that reorder, hide or overwrite what stands around them become visible, as
/// <c>\u202E</c>. The block itself keeps them verbatim.
/// </summary>
internal static class VisibleText
{
    private const string LineEndsAndTab = "\n\r\t";
    private const string BidiControls = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(IsSuspect).ToArray());

    /// <summary>For names, handles and addresses: nothing invisible passes, not even a line end.</summary>
    public static string Name(string text) => Reveal(text, toSpaces: "", kept: "");

    /// <summary>For titles, descriptions and the like, in which line ends are ordinary: those become spaces.</summary>
    public static string Line(string text) => Reveal(text, toSpaces: LineEndsAndTab, kept: "");

    /// <summary>For one line of the post's own words, in which tabs are ordinary, and so are direction marks: their effect ends with the line.</summary>
    public static string Words(string text) => Reveal(text, toSpaces: "", kept: "\t" + BidiControls);

    private static string Reveal(string text, string toSpaces, string kept)
    {
        if (!text.AsSpan().ContainsAny(Suspects))
            return text;

        var visible = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsSurrogatePair(text, i))
                visible.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c))
                visible.Append('\uFFFD');
            else if (toSpaces.Contains(c, StringComparison.Ordinal))
                visible.Append(' ');
            else if (Suspects.Contains(c) && !kept.Contains(c, StringComparison.Ordinal))
                visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                visible.Append(c);
        }

        return visible.ToString();
    }

    private static bool IsSuspect(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' || char.IsSurrogate(c) || BidiControls.Contains(c, StringComparison.Ordinal);
}
