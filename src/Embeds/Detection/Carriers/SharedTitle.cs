using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Detection.Carriers;

/// <summary>
/// The title that platforms give a post's page, as previews and quotations repeat it: <c>Ada Example on Twitter</c>,
/// <c>Ada Example (@ada) on X</c>, <c>Ada Example on Instagram: "The words"</c>.
/// </summary>
/// <param name="Name">Display name.</param>
/// <param name="Handle">Handle without <c>@</c>; null when the title has none.</param>
/// <param name="Words">The post's words, as far as the title has them; null when it has none.</param>
internal readonly record struct SharedTitle(string Name, string? Handle, string? Words)
{
    private const string On = " on ";

    public static SharedTitle? Read(string title, PostLink link, PlatformCatalog catalog)
    {
        for (var at = title.IndexOf(On, StringComparison.Ordinal); at > 0; at = title.IndexOf(On, at + 1, StringComparison.Ordinal))
        {
            var rest = title.AsSpan(at + On.Length);
            var end = rest.IndexOfAny(": /|");
            var network = end < 0 ? rest : rest[..end];
            if (catalog.Called(network)?.Id != link.Platform)
                continue;
            var words = end >= 0 && rest[end] == ':' ? Quoted(rest[(end + 1)..]) : null;
            return Of(title[..at].Trim(), words);
        }

        return null;
    }

    /// <summary>What stands between quotation marks; the end mark may be missing where a tool cut the title.</summary>
    public static string? Quoted(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length < 2 || text[0] is not ('"' or '“' or '„' or '«'))
            return null;
        var end = text[1..].LastIndexOfAny("\"”“»");
        return (end < 0 ? text[1..] : text[1..(end + 1)]).Trim().ToString();
    }

    public static PostText? TextOf(string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
            return null;
        var isCut = words.EndsWith('…') || words.EndsWith("...", StringComparison.Ordinal);
        // A tool shortens without a sign, so what is not marked as cut may be whole or not.
        return new PostText { Value = VerbatimText.Normalise(words), Completeness = isCut ? TextCompleteness.Truncated : TextCompleteness.Unknown };
    }

    private static SharedTitle Of(string author, string? words)
    {
        var open = author.LastIndexOf("(@", StringComparison.Ordinal);
        return open > 0 && author.EndsWith(')')
            ? new SharedTitle(author[..open].TrimEnd(), author[(open + 2)..^1], words)
            : new SharedTitle(author, null, words);
    }
}
