namespace Embeds.Capture.Network;

/// <summary>What a picture is, by its first bytes: a server's word for it is no proof.</summary>
/// <param name="Extension">The ending of its file.</param>
/// <param name="Mime">Its media type.</param>
internal sealed record PictureKind(string Extension, string Mime)
{
    /// <summary>The kind of a picture; null for anything else, SVG too, which can hold scripts.</summary>
    public static PictureKind? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..])
            return new PictureKind("png", "image/png");
        if (bytes is [0xFF, 0xD8, 0xFF, ..])
            return new PictureKind("jpg", "image/jpeg");
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            return new PictureKind("gif", "image/gif");
        if (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8))
            return new PictureKind("webp", "image/webp");
        if (bytes.Length > 12 && bytes[4..].StartsWith("ftypavi"u8))
            return new PictureKind("avif", "image/avif");
        if (bytes.Length > 12 && (bytes[4..].StartsWith("ftypheic"u8) || bytes[4..].StartsWith("ftypheix"u8)))
            return new PictureKind("heic", "image/heic");
        return bytes.StartsWith("BM"u8) && bytes.Length > 26 ? new PictureKind("bmp", "image/bmp") : null;
    }
}
