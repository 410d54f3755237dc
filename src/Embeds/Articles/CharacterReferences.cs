using System.Globalization;
using System.Net;
using AngleSharp.Html.Parser;

namespace Embeds.Articles;

/// <summary>Text and attribute values as they are written, with the characters in place of the references that stand for them.</summary>
internal static class CharacterReferences
{
    // Below it HTML's rules for numbers are its own: control codes stand for Windows' letters.
    private const int FirstPlainNumber = 160;

    /// <summary>The value of an attribute; itself, without a copy, where it holds no reference.</summary>
    /// <param name="value">The value as it stands between its quotes.</param>
    public static ReadOnlySpan<char> Decoded(ReadOnlySpan<char> value) => value.Contains('&') ? InAttribute(value) : value;

    /// <summary>The value of an attribute.</summary>
    /// <param name="value">The value as it stands between its quotes.</param>
    public static string InAttribute(ReadOnlySpan<char> value)
    {
        if (!value.Contains('&'))
            return value.ToString();
        if (IsPlain(value))
            return WebUtility.HtmlDecode(value.ToString());
        var quote = value.Contains('"') ? '\'' : '"';
        return new HtmlParser().ParseDocument($"<p title={quote}{value}{quote}>").Body!.FirstElementChild?.GetAttribute("title") ?? value.ToString();
    }

    /// <summary>The text of an element that holds no other.</summary>
    /// <param name="text">The text as it stands between two tags.</param>
    public static string InText(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
            return text.ToString();
        return IsPlain(text)
            ? WebUtility.HtmlDecode(text.ToString())
            : new HtmlParser().ParseDocument($"<textarea>\n{text}").Body!.TextContent;
    }

    /// <summary>Whether all references are of the few kinds that every decoder reads alike: nearly every text's are.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('&'); at >= 0;)
        {
            var rest = text[(at + 1)..];
            if (!rest.IsEmpty && (char.IsAsciiLetterOrDigit(rest[0]) || rest[0] == '#') && !IsPlainReference(rest))
                return false;
            var next = rest.IndexOf('&');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return true;
    }

    private static bool IsPlainReference(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(';');
        if (end is < 2 or > 8)
            return false;
        var name = rest[..end];
        if (name[0] != '#')
            return name is "amp" or "quot" or "lt" or "gt" or "apos" or "nbsp" or "rsquo" or "lsquo" or "rdquo" or "ldquo" or "laquo" or "raquo" or "ndash" or "mdash" or "hellip" or "bull"
                or "eacute" or "egrave" or "agrave" or "ccedil" or "aacute" or "iacute" or "oacute" or "uacute" or "ntilde" or "auml" or "ouml" or "uuml" or "szlig" or "middot";
        return (name[1] is 'x' or 'X'
            ? int.TryParse(name[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            : int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out number))
            && (number is >= FirstPlainNumber and < 0xD800 || number is '"' or '&' or '\'' or '/' or '<' or '>');
    }
}
