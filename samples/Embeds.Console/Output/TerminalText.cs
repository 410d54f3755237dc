using System.Globalization;

namespace Embeds.Cli.Output;

/// <summary>
/// Makes foreign text safe to show: a post must not move the cursor, recolour the screen or turn the direction of the words
/// around it. Only what is shown changes; files and pipes of the other formats get the words as they are.
/// </summary>
internal static class TerminalText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with its line breaks, and nothing else that steers a terminal.</summary>
    public static string Lines(string text) => Clean(text, lineFeeds: '\n');

    /// <summary>The text on one line.</summary>
    public static string OneLine(string text) => Clean(text, lineFeeds: ' ');

    private static string Clean(string text, char lineFeeds) => string.Create(text.Length, (text, lineFeeds), static (shown, state) =>
    {
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = state.text[i] switch
            {
                '\n' => state.lineFeeds,
                '\t' => ' ',
                // Embeddings, overrides and isolates of direction.
                >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => Replacement,
                '\u2028' or '\u2029' => ' ',
                var c when char.GetUnicodeCategory(c) == UnicodeCategory.Control => Replacement,
                var c => c,
            };
        }
    });
}
