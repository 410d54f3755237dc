using System.Globalization;
using System.Text;

namespace Embeds.Detection.Payloads;

/// <summary>The text that a string literal of JSON or JavaScript stands for.</summary>
internal static class ScriptText
{
    /// <param name="literal">What stands between the quotes.</param>
    public static string Unescape(ReadOnlySpan<char> literal)
    {
        var escape = literal.IndexOf('\\');
        if (escape < 0)
            return literal.ToString();
        var text = new StringBuilder(literal.Length);
        while (escape >= 0 && escape + 1 < literal.Length)
        {
            text.Append(literal[..escape]);
            literal = literal[(escape + 1)..];
            literal = literal[Append(text, literal)..];
            escape = literal.IndexOf('\\');
        }

        return text.Append(literal).ToString();
    }

    /// <returns>How many characters after the backslash the escape takes.</returns>
    private static int Append(StringBuilder text, ReadOnlySpan<char> rest)
    {
        var digits = rest[0] switch { 'u' => 4, 'x' => 2, _ => 0 };
        if (digits > 0 && rest.Length > digits && int.TryParse(rest.Slice(1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            text.Append((char)unit);
            return 1 + digits;
        }

        text.Append(rest[0] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' or 'f' => ' ', var c => c });
        return 1;
    }
}
