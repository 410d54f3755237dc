namespace Embeds.Languages;

/// <summary>One phrase of a language file.</summary>
/// <param name="Text">The words, with single spaces. Of a widget: the longest run of words between its holes.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Language">The file's language.</param>
/// <param name="Platform">The platform it implies, or null.</param>
/// <param name="Widget">The whole pattern of a widget.</param>
internal sealed record Cue(string Text, CueKind Kind, string Language, string? Platform, WidgetPattern? Widget = null);
