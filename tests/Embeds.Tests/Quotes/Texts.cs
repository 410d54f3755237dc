using CsCheck;

namespace Embeds.Tests.Quotes;

/// <summary>Texts out of the pieces that offsets and encodings stumble over.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        "a", " ", "é", "e\u0301", "ß", "—", "\u2028", "\uFEFF", "\uFB33", "\uFFFF", "🛳️", "👩‍👩‍👧", "🇳🇴", "قارب", "שלום",
        "\u202E", "\"", "\\", "/", "\b", "\t", "\n", "\f", "\r", "\u0001", "\u001f", "\u007f", "\u0080",
    ];

    private static readonly string[] Broken = ["\ud83d", "\ude00", "\0", "\r\n"];

    public static Gen<string> Sound { get; } = Of(Pieces);

    /// <summary>Also with NUL, CRLF and halves of surrogate pairs, which may meet and make a whole one.</summary>
    public static Gen<string> Any { get; } = Of([.. Pieces, .. Broken]);

    private static Gen<string> Of(string[] pieces) => Gen.OneOf(pieces).Array[0, 24].Select(string.Concat);
}
