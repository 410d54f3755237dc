namespace Embeds.Detection.Carriers;

/// <summary>
/// Tells the address of a picture's file. Its host may name the post that it belongs to, but a page that shows the file shows
/// a picture of its own choice.
/// </summary>
internal static class PictureFile
{
    private static readonly string[] Endings = [".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"];

    public static bool Is(ReadOnlySpan<char> address)
    {
        var end = address.IndexOfAny('?', '#');
        var path = end < 0 ? address : address[..end];
        foreach (var ending in Endings)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
