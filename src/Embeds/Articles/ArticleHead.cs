using System.Text;
using System.Text.Json;

namespace Embeds.Articles;

/// <summary>Collects, tag by tag, what the page says of itself: title, permalink, language, date of publication.</summary>
internal sealed class ArticleHead
{
    private const int MaxJson = 1 << 20;

    // Shorter ones are the start or the end of too many others.
    private const int MinTitle = 16;
    private const int MinSlug = 8;
    private const int MaxHeading = 4096;

    private string? _title;
    private string? _ogTitle;
    private string? _heading;
    private StringBuilder? _headingText;
    private string? _canonical;
    private string? _ogUrl;
    private string? _metaDate;
    private string? _jsonDate;
    private string? _timeDate;

    public string? Title => _ogTitle ?? _title ?? _heading;

    public string? CanonicalUrl => _canonical ?? _ogUrl;

    public string? Lang { get; private set; }

    public string? PublishedAt => _metaDate ?? _jsonDate ?? _timeDate;

    /// <summary>
    /// Whether a record with this title or address is this article's: sites print the title with their name behind it, and
    /// store the address as a path or its last part only.
    /// </summary>
    public bool IsOwn(string? title, string? address) =>
        title is not null && (SameTitle(title, _ogTitle) || SameTitle(title, _title) || SameTitle(title, _heading))
        || address is not null && (SamePath(address, _canonical) || SamePath(address, _ogUrl));

    private static bool SameTitle(string title, string? shown)
    {
        if (shown is null)
            return false;
        var (a, b) = (Letters(title), Letters(shown));
        return a.Length > 0 && (a == b || a.Length >= MinTitle && b.StartsWith(a, StringComparison.Ordinal));
    }

    private static string Letters(string text) =>
        string.Concat(System.Net.WebUtility.HtmlDecode(text).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static bool SamePath(string address, string? own)
    {
        if (own is null || address.Length < MinSlug)
            return false;
        var path = own.AsSpan()[(own.IndexOf("//", StringComparison.Ordinal) + 2)..];
        path = path[(path.IndexOf('/') + 1)..].TrimEnd('/');
        var scheme = address.IndexOf("//", StringComparison.Ordinal);
        var candidate = address.AsSpan()[(scheme < 0 ? 0 : scheme + 2)..];
        // "host/path", "/path", "path" and "slug" all end as the article's own path does.
        candidate = candidate.TrimEnd('/').TrimStart('/');
        return path.Length >= MinSlug && (candidate.EndsWith(path, StringComparison.OrdinalIgnoreCase) || scheme < 0 && path.EndsWith(candidate, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Looks at a tag of the page.</summary>
    /// <param name="tag">The tag that was read last; all have to be shown, in their order.</param>
    public void See(in TagReader tag)
    {
        if (tag.IsEndTag)
        {
            if (_headingText is not null && tag.Is("h1"))
                (_heading, _headingText) = (Text(CharacterReferences.InText(_headingText.ToString())), null);
            return;
        }

        switch (tag.Name.Length)
        {
            case 2 when _heading is null && _headingText is null && tag.Is("h1"):
                _headingText = new StringBuilder();
                break;
            case 4 when tag.Is("meta"):
                SeeMeta(tag.Attributes);
                break;
            case 4 when tag.Is("link") && _canonical is null:
                SeeLink(tag.Attributes);
                break;
            case 4 when tag.Is("time") && _timeDate is null:
                SeeTime(tag.Attributes);
                break;
            case 4 when tag.Is("html") && Lang is null:
                Lang = Attribute(tag.Attributes, "lang");
                break;
            case 5 when tag.Is("title"):
                _title ??= Text(CharacterReferences.InText(tag.Text));
                break;
            case 6 when _jsonDate is null && tag.Is("script") && tag.Attributes.Find("type").Equals("application/ld+json", StringComparison.OrdinalIgnoreCase):
                _jsonDate = DateIn(tag.Text);
                break;
        }
    }

    /// <summary>Looks at the text between two tags.</summary>
    public void See(ReadOnlySpan<char> text)
    {
        if (_headingText is { Length: < MaxHeading })
            _headingText.Append(text);
    }

    private void SeeLink(AttributeReader attributes)
    {
        if (attributes.Find("rel").Equals("canonical", StringComparison.OrdinalIgnoreCase))
            _canonical = Address(Attribute(attributes, "href"));
    }

    private void SeeTime(AttributeReader attributes)
    {
        if (attributes.Find("itemprop").Equals("datePublished", StringComparison.OrdinalIgnoreCase) || attributes.Has("pubdate"))
            _timeDate = Attribute(attributes, "datetime");
    }

    private void SeeMeta(AttributeReader attributes)
    {
        switch (attributes.Has("property") ? attributes.Find("property") : attributes.Has("name") ? attributes.Find("name") : attributes.Find("itemprop"))
        {
            case "og:title":
                _ogTitle ??= Attribute(attributes, "content");
                break;
            case "og:url":
                _ogUrl ??= Address(Attribute(attributes, "content"));
                break;
            case "article:published_time" or "datePublished" or "date" or "pubdate" or "DC.date.issued" or "parsely-pub-date":
                _metaDate ??= Attribute(attributes, "content");
                break;
        }
    }

    /// <summary>The first <c>datePublished</c> of a JSON-LD script; bad JSON says nothing.</summary>
    private static string? DateIn(ReadOnlySpan<char> json)
    {
        if (json.Length > MaxJson || !json.Contains("\"datePublished\"", StringComparison.Ordinal))
            return null;
        var bytes = new byte[Encoding.UTF8.GetByteCount(json)];
        Encoding.UTF8.GetBytes(json, bytes);
        var reader = new Utf8JsonReader(bytes);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("datePublished") && reader.Read() && reader.TokenType == JsonTokenType.String)
                    return Text(reader.GetString());
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }

        return null;
    }

    private static string? Attribute(AttributeReader attributes, string name) => Text(CharacterReferences.InAttribute(attributes.Find(name)));

    private static string? Address(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? text!.Trim() : null;

    /// <summary>Blanks folded, null for nothing.</summary>
    private static string? Text(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
