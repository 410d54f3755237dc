using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Embeds.Articles;

/// <summary>
/// Takes a feed (RSS 0.9 to 2.0, Atom, JSON Feed) apart: every item is an article of its own, in the feed's order. What was
/// escaped once is unescaped once.
/// </summary>
internal static class FeedReader
{
    private const int MaxItems = 10_000;

    private static readonly XmlReaderSettings Xml = new()
    {
        // A document type can name files and grow without end; no feed needs one.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static bool IsFeed(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart();
        // JSON says what it is where its writer likes to: before the items, or behind them.
        if (start is ['{', ..])
            return start.Contains("jsonfeed.org", StringComparison.Ordinal) || text.AsSpan(Math.Max(0, text.Length - 4096)).Contains("jsonfeed.org", StringComparison.Ordinal);
        return start is ['<', ..] && (HasRoot(start, "<rss") || HasRoot(start, "<feed") || HasRoot(start, "<rdf:RDF"));
    }

    /// <param name="text">The feed.</param>
    /// <param name="url">Its address, to which items' addresses may be relative; null when unknown.</param>
    /// <exception cref="ArticleUnreadableException">Not one item can be read.</exception>
    public static ImmutableArray<Article> Read(string text, Uri? url)
    {
        var articles = text.AsSpan().TrimStart() is ['{', ..] ? FromJson(text, url) : FromXml(text, url);
        return articles.Length > 0 ? articles : throw new ArticleUnreadableException("empty", "The feed has no item with a text.");
    }

    private static bool HasRoot(ReadOnlySpan<char> start, string tag) =>
        start.IndexOf(tag) is var at and >= 0 && at + tag.Length < start.Length && (char.IsWhiteSpace(start[at + tag.Length]) || start[at + tag.Length] == '>');

    private static ImmutableArray<Article> FromXml(string text, Uri? url)
    {
        var articles = ImmutableArray.CreateBuilder<Article>();
        string? lang = null;
        try
        {
            using var source = new StringReader(text.TrimStart('\uFEFF', ' ', '\n', '\r', '\t'));
            using var reader = XmlReader.Create(source, Xml);
            for (reader.Read(); !reader.EOF && articles.Count < MaxItems;)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "item" or "entry")
                {
                    if (ItemOf((XElement)XNode.ReadFrom(reader), lang, url) is { } article)
                        articles.Add(article);
                    continue;
                }

                lang ??= reader.NodeType != XmlNodeType.Element ? null : reader.LocalName == "language" && !reader.IsEmptyElement ? reader.ReadString().Trim() : reader.XmlLang is { Length: > 0 } declared ? declared : null;
                reader.Read();
            }
        }
        catch (XmlException e)
        {
            // A feed that breaks off has told us of the items before.
            if (articles.Count == 0)
                throw new ArticleUnreadableException("bad-feed", "The feed is not well-formed XML: " + e.Message, e);
        }

        return articles.ToImmutable();
    }

    private static Article? ItemOf(XElement item, string? lang, Uri? feed)
    {
        var content = Child(item, "encoded") ?? Child(item, "content") ?? Child(item, "description") ?? Child(item, "summary");
        var (text, isPlain) = content is null ? (null, false) : TextOf(content);
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return new Article(text, default, isPlain ? ArticleFormat.PlainText : ArticleFormat.Html)
        {
            Url = Resolve(LinkOf(item), feed),
            Title = Value(item, "title"),
            PublishedAt = Value(item, "pubDate") ?? Value(item, "published") ?? Value(item, "date") ?? Value(item, "updated"),
            Lang = lang,
        };
    }

    private static (string Text, bool IsPlain) TextOf(XElement content)
    {
        var type = content.Attribute("type")?.Value;
        if (type is not "xhtml")
            return (content.Value, type == "text");
        using var reader = content.CreateReader();
        reader.MoveToContent();
        return (reader.ReadInnerXml(), false);
    }

    private static string? LinkOf(XElement item)
    {
        var links = item.Elements().Where(e => e.Name.LocalName == "link").ToList();
        var own = links.Find(l => l.Attribute("href") is not null && l.Attribute("rel")?.Value is null or "alternate");
        return own?.Attribute("href")?.Value ?? links.Select(l => l.Value.Trim()).FirstOrDefault(v => v.Length > 0) ?? Value(item, "guid");
    }

    private static XElement? Child(XElement item, string name) => item.Elements().FirstOrDefault(e => e.Name.LocalName == name && !e.IsEmpty);

    private static string? Value(XElement item, string name) => Child(item, name)?.Value.Trim() is { Length: > 0 } value ? value : null;

    private static ImmutableArray<Article> FromJson(string text, Uri? url)
    {
        try
        {
            using var feed = JsonDocument.Parse(text);
            var lang = Value(feed.RootElement, "language");
            return feed.RootElement.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
                ? [.. items.EnumerateArray().Take(MaxItems).Where(i => i.ValueKind == JsonValueKind.Object).Select(i => ItemOf(i, lang, url)).OfType<Article>()]
                : [];
        }
        catch (JsonException e)
        {
            throw new ArticleUnreadableException("bad-feed", "The feed is not well-formed JSON: " + e.Message, e);
        }
    }

    private static Article? ItemOf(JsonElement item, string? lang, Uri? feed)
    {
        var html = Value(item, "content_html");
        return (html ?? Value(item, "content_text") ?? Value(item, "summary")) is not { } text ? null : new Article(text, default, html is null ? ArticleFormat.PlainText : ArticleFormat.Html)
        {
            Url = Resolve(Value(item, "url") ?? Value(item, "id"), feed),
            Title = Value(item, "title"),
            PublishedAt = Value(item, "date_published"),
            Lang = Value(item, "language") ?? lang,
        };
    }

    private static string? Value(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static Uri? Resolve(string? link, Uri? feed)
    {
        if (Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            return uri;
        return feed is not null && Uri.TryCreate(feed, link, out var resolved) && resolved.Scheme is "http" or "https" ? resolved : null;
    }
}
