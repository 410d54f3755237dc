using AngleSharp.Dom;
using Embeds.Quotes;

namespace Embeds.Rewriting;

/// <summary>
/// Tells a caption that only says whose post it is, which the block says as well, from one in which the editor says something.
/// </summary>
internal static class EmbedCaption
{
    private const int MaxLength = 300;

    // "Via Twitter", "Source: @ada_example", "A post by Ada Example on X"
    private static readonly HashSet<string> Credits = new(StringComparer.OrdinalIgnoreCase) { "via", "source", "credit", "by", "on", "from", "a", "post", "video", "photo", "embed", "com", "www" };

    public static bool SaysNothingElse(IElement caption, QuoteBlock block)
    {
        var text = caption.TextContent;
        if (string.IsNullOrWhiteSpace(text))
            return caption.QuerySelector("img, picture, video, iframe") is null;
        if (text.Length > MaxLength)
            return false;
        var known = new HashSet<string>(Credits, StringComparer.OrdinalIgnoreCase) { block.Platform };
        foreach (var said in block.UrlAliases.AsEnumerable<string?>().Concat([block.Author.Name, block.Author.Handle, block.Text.Value, block.Url]))
            known.UnionWith(Words(said ?? ""));
        return Words(text).All(known.Contains);
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_');
            if (isWord && start < 0)
                start = i;
            else if (!isWord && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }
}
