using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Embeds.Languages;

/// <summary>
/// What one platform's widget prints around a post in all the languages we have: the invitation to open it and the line that
/// names its author. None of it is ever the post's own words.
/// </summary>
internal sealed class WidgetPhrases
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _openers;

    public WidgetPhrases(IEnumerable<LanguageFile> files, string platform)
    {
        var all = files.ToList();
        _openers = all.SelectMany(f => f.Openers.GetValueOrDefault(platform, []))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        // The longest first, so that "A post shared by {author} on {date}" is tried before its own beginning.
        Signatures = [.. all.SelectMany(f => f.Widgets.GetValueOrDefault(platform, [])).OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).Select(w => WidgetPattern.Parse(w))];
    }

    /// <summary>The lines that name the author.</summary>
    public ImmutableArray<WidgetPattern> Signatures { get; }

    public bool IsOpener(ReadOnlySpan<char> text) => _openers.Contains(text.Trim(" \n\t.\u00A0"));
}
