using AngleSharp.Dom;

namespace Embeds.Articles;

/// <summary>
/// Gives the links of a Wayback page their host back: within the archive <c>/web/20190717140047if_/https://…</c> is enough,
/// anywhere else such a path leads nowhere.
/// </summary>
internal static class WaybackLinks
{
    private const string Path = "/web/";

    public static void Restore(IDocument page)
    {
        var elements = page.All;
        for (var i = 0; i < elements.Length; i++)
        {
            var attributes = elements[i].Attributes;
            for (var a = 0; a < attributes.Length; a++)
            {
                var attribute = attributes[a]!;
                if (attribute.Value.StartsWith(Path, StringComparison.Ordinal) && attribute.Value.Length > Path.Length && char.IsAsciiDigit(attribute.Value[Path.Length]))
                    attribute.Value = "https://web.archive.org" + attribute.Value;
            }
        }
    }
}
