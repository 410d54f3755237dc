namespace Embeds.Languages;

/// <summary>One phrase of a language file.</summary>
/// <param name="Text">The words, with single spaces. Of a widget: the longest run of words between its holes.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Language">The file's language; of a phrase that several files share, all of them, parted by spaces.</param>
/// <param name="Platform">The platform it implies, or null.</param>
/// <param name="Widget">The whole pattern of a widget.</param>
internal sealed record Cue(string Text, CueKind Kind, string Language, string? Platform, WidgetPattern? Widget = null)
{
    private readonly string[] _languages = Language.Split(' ');

    /// <summary>Whether the phrase holds in every language.</summary>
    public bool IsOfAll { get; } = Language.Split(' ').Contains(LanguageFile.Undetermined, StringComparer.Ordinal);

    /// <summary>Whether the phrase is of a language, or of all.</summary>
    public bool IsOf(string? language) =>
        language is null || IsOfAll || _languages.Contains(language, StringComparer.Ordinal);
}
