using System.Security.Cryptography;

namespace Embeds.Articles;

/// <summary>An article's text, decoded once, with what is known about it before it is parsed.</summary>
internal sealed class Article
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private string? _sha256;

    public Article(string text, ReadOnlyMemory<byte> bytes, ArticleFormat format)
    {
        Text = text;
        Format = format;
        _bytes = bytes;
    }

    /// <summary>The decoded text, without a byte order mark.</summary>
    public string Text { get; }

    public ArticleFormat Format { get; }

    /// <summary>The address it was read from or is said to have; null when it came without one.</summary>
    public Uri? Url { get; init; }

    /// <summary>What the page says of its original; null for a page that is no copy.</summary>
    public SavedCopy? Copy { get; init; }

    /// <summary>It is an item of a feed, which said more of it than its own text does.</summary>
    public bool IsOfFeed { get; init; }

    /// <summary>Its title, where a feed told it; null for a page, which says it itself.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published, where a feed told it, as written there.</summary>
    public string? PublishedAt { get; init; }

    /// <summary>Its language, where a feed told it.</summary>
    public string? Lang { get; init; }

    /// <summary>When it was fetched; null when it was handed over.</summary>
    public DateTimeOffset? RetrievedAt { get; init; }

    /// <summary>Hash of the bytes (of the text's UTF-8 form when a string was handed over). Computed when first asked for.</summary>
    public string Sha256 => _sha256 ??= Convert.ToHexStringLower(SHA256.HashData(_bytes.IsEmpty ? System.Text.Encoding.UTF8.GetBytes(Text) : _bytes.Span));
}
