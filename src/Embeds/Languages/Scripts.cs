namespace Embeds.Languages;

/// <summary>What the recoverer must know of writing systems.</summary>
internal static class Scripts
{
    /// <summary>Whether words of this letter's script run on without spaces, or take endings so freely that a phrase may end inside a word.</summary>
    public static bool IsUnspaced(char c) =>
        c >= '\u0E00' && c is >= '\u2E80' and <= '\u9FFF' // kana, Han and their signs
            or >= '\uAC00' and <= '\uD7AF' // Hangul
            or >= '\u1100' and <= '\u11FF'
            or >= '\u0E00' and <= '\u0EFF' // Thai, Lao
            or >= '\uF900' and <= '\uFAFF'
            or >= '\uFF66' and <= '\uFF9F';

    public static bool IsKana(char c) => c is >= '\u3041' and <= '\u30FF' or >= '\uFF66' and <= '\uFF9F';

    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    public static bool IsHangul(char c) => c is >= '\uAC00' and <= '\uD7AF';

    public static bool IsWordChar(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) || c == '_' : char.IsLetterOrDigit(c) || IsCombining(c);

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\u2018';

    /// <summary>Blanks, and the marks that only steer the direction of text.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' || IsDirectionMark(c);

    public static bool IsDirectionMark(char c) => c is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static bool IsCombining(char c) => c >= '\u0300' && char.GetUnicodeCategory(c)
        is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
