using Embeds.Languages;

namespace Embeds.Platforms.Meta;

/// <summary>
/// The line below an Instagram embed in which the widget names the author, in the language of the page's editor:
/// <c>A post shared by Ada Example (@ada.example) on Nov 17, 2017 at 8:01am PST</c>.
/// </summary>
/// <param name="Start">Where the line begins; the text's length when there is none.</param>
/// <param name="Name">Display name; null where the line has none or is in a language that we cannot split.</param>
/// <param name="Handle">Handle without <c>@</c>.</param>
internal readonly record struct InstagramTail(int Start, string? Name, string? Handle)
{
    private static readonly Lazy<WidgetPhrases> Phrases = new(() => new WidgetPhrases(Lexicon.Default.Files, "instagram"));

    public static bool IsInvitation(ReadOnlySpan<char> text) => Phrases.Value.IsOpener(text);

    /// <summary>Finds the line at the end of a text that may begin with the caption.</summary>
    public static InstagramTail In(string text)
    {
        var (start, name) = (text.Length, (Pattern: (WidgetPattern?)null, At: -1));
        foreach (var pattern in Phrases.Value.Signatures)
        {
            var at = text.LastIndexOf(pattern.Anchor, StringComparison.Ordinal);
            if (at <= name.At || at > 0 && !pattern.AuthorFirst && !char.IsWhiteSpace(text[at - 1]))
                continue;
            name = (pattern, at);
            start = pattern.AuthorFirst ? text.LastIndexOf('\n', at) + 1 : at;
        }

        return name.Pattern is null ? new InstagramTail(text.Length, null, null) : Of(text, start, name.Pattern, name.At);
    }

    /// <summary>Reads the line when the markup itself says which one it is, so that its language need not be known.</summary>
    public static InstagramTail OfLine(string line)
    {
        var known = In(line);
        return known.Start < line.Length ? known with { Start = 0 } : new InstagramTail(0, null, HandleIn(line, 0, out _));
    }

    private static InstagramTail Of(string text, int start, WidgetPattern pattern, int anchor)
    {
        var from = pattern.AuthorFirst ? start : anchor + pattern.Anchor.Length;
        var handle = HandleIn(text, from, out var open);
        var nameEnd = handle is not null ? open : pattern.AuthorFirst ? anchor : NameEnd(text, from, pattern);
        var name = from < nameEnd ? text[from..nameEnd].Trim(' ', '\n', '\u00A0', '\u200E', '\u200F') : "";
        // Japanese adds its "Mr" or "Ms" to every name.
        if (name.EndsWith("さん", StringComparison.Ordinal))
            name = name[..^2];
        return new InstagramTail(start, name.Length is 0 or > 100 ? null : name, handle);
    }

    private static int NameEnd(string text, int from, WidgetPattern pattern)
    {
        var closing = pattern.HasDate ? pattern.BeforeDate : pattern.Tail;
        var end = closing.Length == 0 ? -1 : text.IndexOf(closing, from, StringComparison.Ordinal);
        return end >= 0 ? end : text.IndexOf('\n', from) is var line and >= 0 ? line : text.Length;
    }

    /// <summary><c>(@handle)</c>, or <c>@handle</c> alone where the widget knows no name.</summary>
    private static string? HandleIn(string text, int from, out int open)
    {
        open = text.LastIndexOf("(@", StringComparison.Ordinal);
        var at = open >= from ? open + 1 : open = text.LastIndexOf('@');
        return open >= from ? HandleAt(text.AsSpan(at + 1)) : null;
    }

    private static string? HandleAt(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '.' or '_'))
            length++;
        var handle = text[..length].TrimEnd('.');
        return handle.IsEmpty || handle.Length > 30 ? null : handle.ToString();
    }
}
