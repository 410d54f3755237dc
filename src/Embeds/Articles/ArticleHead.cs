using System.Text;
using System.Text.Json;
using AngleSharp.Dom;

namespace Embeds.Articles;

/// <summary>Collects, during the walk, what the page says of itself: title, permalink, language, date of publication.</summary>
internal sealed class ArticleHead
{
    private const int MaxJson = 1 << 20;

    // Shorter ones are the start or the end of too many others.
    private const int MinTitle = 16;
    private const int MinSlug = 8;

    private string? _title;
    private string? _ogTitle;
    private string? _heading;
    private string? _canonical;
    private string? _ogUrl;
    private string? _metaDate;
    private string? _jsonDate;
    private string? _timeDate;

    public string? Title => _ogTitle ?? _title ?? _heading;

    public string? CanonicalUrl => _canonical ?? _ogUrl;

    public string? Lang { get; private set; }

    public string? BaseHref { get; private set; }

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

    public void See(IElement element, string name)
    {
        switch (name)
        {
            case "html":
                Lang = Text(element.GetAttribute("lang"));
                break;
            case "title":
                _title ??= Text(element.TextContent);
                break;
            case "h1":
                _heading ??= Text(element.TextContent);
                break;
            case "base":
                BaseHref ??= Text(element.GetAttribute("href"));
                break;
            case "link" when Is(element, "rel", "canonical"):
                _canonical ??= Address(element.GetAttribute("href"));
                break;
            case "meta":
                SeeMeta(element);
                break;
            case "time" when Is(element, "itemprop", "datePublished") || element.HasAttribute("pubdate"):
                _timeDate ??= Text(element.GetAttribute("datetime"));
                break;
            case "script" when _jsonDate is null && Is(element, "type", "application/ld+json"):
                _jsonDate = DateIn(element.TextContent);
                break;
        }
    }

    private void SeeMeta(IElement element)
    {
        var content = Text(element.GetAttribute("content"));
        if (content is null)
            return;
        switch (element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop"))
        {
            case "og:title":
                _ogTitle ??= content;
                break;
            case "og:url":
                _ogUrl ??= Address(content);
                break;
            case "article:published_time" or "datePublished" or "date" or "pubdate" or "DC.date.issued" or "parsely-pub-date":
                _metaDate ??= content;
                break;
        }
    }

    /// <summary>The first <c>datePublished</c> of a JSON-LD script; bad JSON says nothing.</summary>
    private static string? DateIn(string json)
    {
        if (json.Length > MaxJson || !json.Contains("\"datePublished\"", StringComparison.Ordinal))
            return null;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
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

    private static bool Is(IElement element, string attribute, string value) =>
        element.GetAttribute(attribute) is { } have && have.Equals(value, StringComparison.OrdinalIgnoreCase);

    private static string? Address(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? text!.Trim() : null;

    /// <summary>Blanks folded, null for nothing.</summary>
    private static string? Text(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
