using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
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

    private const string JsonVersion = "jsonfeed.org/version";
    private const int JsonEdge = 4096;

    // Of what stands beside a picture or an episode, not of the item.
    private static readonly FrozenSet<string> MediaNamespaces =
        FrozenSet.Create(StringComparer.Ordinal, "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss", "http://www.itunes.com/dtds/podcast-1.0.dtd");

    // Building a tree costs the square of its depth.
    private const int MaxDepth = 512;

    private static readonly XmlReaderSettings Xml = new()
    {
        // A document type can name files and grow without end; RSS 0.91 has one, and nothing in it is needed.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static readonly string[] MailDates =
    [
        .. from day in (string[])["ddd, d MMM yyyy HH:mm", "d MMM yyyy HH:mm"]
           from seconds in (string[])["", ":ss"]
           from zone in (string[])[" zzz", " 'GMT'", " 'UTC'", " 'UT'", " 'Z'"]
           select day + seconds + zone,
    ];

    public static bool IsFeed(string text)
    {
        var start = text.AsSpan().TrimStart();
        // JSON says what it is where its writer likes to: before the items, or behind them.
        if (start is ['{', ..])
            return Edge(start).Contains(JsonVersion, StringComparison.Ordinal) || start[^Math.Min(start.Length, JsonEdge)..].Contains(JsonVersion, StringComparison.Ordinal);
        return start is ['<', ..] && AfterProlog(start) is var root && (Begins(root, "<rss") || Begins(root, "<feed") || Begins(root, "<rdf:RDF"));
    }

    /// <param name="text">The feed.</param>
    /// <param name="hints">Its address, to which items' addresses may be relative, and when it was fetched.</param>
    /// <exception cref="ArticleUnreadableException">Not one item can be read.</exception>
    public static ImmutableArray<Article> Read(string text, ArticleHints hints)
    {
        var articles = text.AsSpan().TrimStart() is ['{', ..] ? FromJson(text, hints) : FromXml(text, hints);
        return articles.Length > 0 ? articles : throw new ArticleUnreadableException("empty", "The feed has no item with a text.");
    }

    private static ReadOnlySpan<char> Edge(ReadOnlySpan<char> text) => text[..Math.Min(text.Length, JsonEdge)];

    /// <summary>What follows the XML declaration, processing instructions, comments and the document type.</summary>
    private static ReadOnlySpan<char> AfterProlog(ReadOnlySpan<char> text)
    {
        while (text is ['<', '?' or '!', ..])
        {
            var close = text[1] == '?' ? "?>" : text.StartsWith("<!--") ? "-->" : ">";
            var end = text.IndexOf(close);
            if (end < 0)
                return default;
            text = text[(end + close.Length)..].TrimStart();
        }

        return text;
    }

    private static bool Begins(ReadOnlySpan<char> text, string tag) =>
        text.StartsWith(tag) && text.Length > tag.Length && (char.IsWhiteSpace(text[tag.Length]) || text[tag.Length] == '>');

    private static ImmutableArray<Article> FromXml(string text, ArticleHints hints)
    {
        if (IsTooDeep(text))
            throw new ArticleUnreadableException("bad-feed", "The feed nests without end.");
        if (ItemsOf(text, hints, out var articles) is not { } broken)
            return articles;
        if (ItemsOf(FeedEntities.Mend(text), hints, out var mended) is null || mended.Length > articles.Length)
            return mended;
        // A feed that breaks off has told us of the items before.
        return articles.Length > 0 ? articles : throw new ArticleUnreadableException("bad-feed", "The feed is not well-formed XML: " + broken.Message, broken);
    }

    /// <returns>Where the feed breaks off; null when it does not.</returns>
    private static XmlException? ItemsOf(string text, ArticleHints hints, out ImmutableArray<Article> articles)
    {
        var items = ImmutableArray.CreateBuilder<Article>();
        string? lang = null;
        try
        {
            using var reader = ReaderOf(text);
            for (reader.Read(); !reader.EOF && items.Count < MaxItems;)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "item" or "entry")
                {
                    if (ItemOf((XElement)XNode.ReadFrom(reader), lang, hints) is { } article)
                        items.Add(article);
                    continue;
                }

                lang ??= LangAt(reader);
                reader.Read();
            }

            return null;
        }
        catch (XmlException e)
        {
            return e;
        }
        finally
        {
            articles = items.ToImmutable();
        }
    }

    /// <summary>The feed's language: an element of RSS, an attribute of Atom.</summary>
    private static string? LangAt(XmlReader reader) =>
        reader.NodeType != XmlNodeType.Element ? null
        : reader.LocalName == "language" && !reader.IsEmptyElement ? reader.ReadString().Trim()
        : reader.XmlLang is { Length: > 0 } declared ? declared : null;

    private static XmlReader ReaderOf(string text) => XmlReader.Create(new StringReader(text.TrimStart('\uFEFF', ' ', '\n', '\r', '\t')), Xml);

    private static bool IsTooDeep(string text)
    {
        try
        {
            using var reader = ReaderOf(text);
            while (reader.Read())
            {
                if (reader.Depth > MaxDepth)
                    return true;
            }
        }
        catch (XmlException)
        {
            // Where the feed breaks off, reading it ends as well.
        }

        return false;
    }

    private static Article? ItemOf(XElement item, string? lang, ArticleHints hints)
    {
        var content = Child(item, "encoded") ?? Child(item, "content") ?? Child(item, "description") ?? Child(item, "summary");
        var (text, isPlain) = content is null ? (null, false) : TextOf(content);
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return new Article(ArticleReader.WellFormed(text), default, isPlain ? ArticleFormat.PlainText : ArticleFormat.Html)
        {
            IsOfFeed = true,
            RetrievedAt = hints.RetrievedAt,
            Url = Resolve(LinkOf(item), hints.Url),
            Title = Value(item, "title"),
            PublishedAt = Iso(Value(item, "pubDate")) ?? Value(item, "published") ?? Value(item, "date") ?? Value(item, "updated"),
            Lang = LangOf(item) ?? lang,
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
        // A counting redirector keeps the true address beside its own.
        if (Value(item, "origLink") is { } original)
            return original;
        var links = item.Elements().Where(e => e.Name.LocalName == "link").ToList();
        var own = links.Find(l => l.Attribute("href") is not null && l.Attribute("rel")?.Value is null or "alternate");
        return own?.Attribute("href")?.Value ?? links.Select(l => l.Value.Trim()).FirstOrDefault(v => v.Length > 0) ?? Value(item, "guid");
    }

    private static string? LangOf(XElement item) =>
        Value(item, "language") ?? ((item.Attribute(XNamespace.Xml + "lang") ?? Child(item, "content")?.Attribute(XNamespace.Xml + "lang"))?.Value is { Length: > 0 } lang ? lang : null);

    /// <summary>RSS writes dates as mails do; what is no such date stays as written.</summary>
    private static string? Iso(string? date) =>
        DateTimeOffset.TryParseExact(date, MailDates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            : date;

    private static XElement? Child(XElement item, string name) =>
        item.Elements().FirstOrDefault(e => e.Name.LocalName == name && !e.IsEmpty && !MediaNamespaces.Contains(e.Name.NamespaceName));

    private static string? Value(XElement item, string name) => Child(item, name)?.Value.Trim() is { Length: > 0 } value ? value : null;

    private static ImmutableArray<Article> FromJson(string text, ArticleHints hints)
    {
        try
        {
            using var feed = JsonDocument.Parse(text);
            var lang = Value(feed.RootElement, "language");
            return feed.RootElement.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
                ? [.. items.EnumerateArray().Take(MaxItems).Where(i => i.ValueKind == JsonValueKind.Object).Select(i => ItemOf(i, lang, hints)).OfType<Article>()]
                : [];
        }
        catch (JsonException e)
        {
            throw new ArticleUnreadableException("bad-feed", "The feed is not well-formed JSON: " + e.Message, e);
        }
    }

    private static Article? ItemOf(JsonElement item, string? lang, ArticleHints hints)
    {
        var html = Value(item, "content_html");
        return (html ?? Value(item, "content_text") ?? Value(item, "summary")) is not { } text ? null : new Article(ArticleReader.WellFormed(text), default, html is null ? ArticleFormat.PlainText : ArticleFormat.Html)
        {
            IsOfFeed = true,
            RetrievedAt = hints.RetrievedAt,
            Url = Resolve(Value(item, "url") ?? Value(item, "id"), hints.Url),
            Title = Value(item, "title"),
            PublishedAt = Value(item, "date_published"),
            Lang = Value(item, "language") ?? lang,
        };
    }

    private static string? Value(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped, is well-formed JSON and no string.
            return null;
        }
    }

    private static Uri? Resolve(string? link, Uri? feed)
    {
        if (Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            return uri;
        return feed is not null && Uri.TryCreate(feed, link, out var resolved) && resolved.Scheme is "http" or "https" ? resolved : null;
    }
}
