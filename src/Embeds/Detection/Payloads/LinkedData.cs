using System.Text.Json;
using AngleSharp.Dom;
using Embeds.Articles;
using Embeds.Detection.Carriers;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Detection.Payloads;

/// <summary>
/// What a page tells search engines in JSON-LD: a post that the article shares (<c>SocialMediaPosting</c>), and the video of the
/// article (<c>VideoObject</c> under <c>video</c>). What it says of related articles, of its publisher and of itself is no embed.
/// </summary>
internal static class LinkedData
{
    private const int MaxNodes = 20_000;
    private const int MaxText = 64 * 1024;

    private static readonly string[] Addresses = ["url", "embedUrl", "contentUrl", "@id", "sameAs"];

    public static bool Is(IElement script) => Is(script.GetAttribute("type"));

    public static bool Is(ReadOnlySpan<char> type) => type.Equals("application/ld+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The posts in a script, each with the region that its place gives it; none where the JSON is broken.</summary>
    public static List<(CarriedPost Post, PageRegion Region)> PostsIn(string script, PlatformCatalog catalog, ArticleHead head)
    {
        List<(CarriedPost, PageRegion)> posts = [];
        try
        {
            using var data = JsonDocument.Parse(script, new JsonDocumentOptions { AllowTrailingCommas = true });
            var open = new Stack<(JsonElement Value, string? Key, bool IsOther)>();
            open.Push((data.RootElement, null, false));
            for (var budget = MaxNodes; open.Count > 0 && budget > 0; budget--)
            {
                var (value, key, isOther) = open.Pop();
                if (value.ValueKind == JsonValueKind.Object && Read(value, catalog, head) is { } post)
                    posts.Add((post, !isOther && IsOfArticle(post, key) ? PageRegion.Article : PageRegion.Surroundings));
                foreach (var (name, inner) in PartsOf(value).Reverse())
                    open.Push((inner, name ?? key, isOther || name is not null && PayloadPlace.IsOfOther(name)));
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Bad JSON, or half a sign in a string: what search engines do not read either.
        }

        return posts;
    }

    private static bool IsOfArticle(CarriedPost post, string? key) => post.Reading.Facts.Text is not null || key is "video" or "sharedContent";

    private static CarriedPost? Read(JsonElement node, PlatformCatalog catalog, ArticleHead head)
    {
        var isVideo = Has(node, "VideoObject");
        if (!isVideo && !Has(node, "SocialMediaPosting") && !Has(node, "DiscussionForumPosting"))
            return null;
        foreach (var name in Addresses)
        {
            // A page that is a post itself says so here, too.
            if (Text(node, name) is not { Length: < 2000 } address || !catalog.KnowsHostIn(address) || catalog.ReadLink(address) is not { } link || head.IsOwn(null, address))
                continue;
            return new CarriedPost(catalog.Find(link.Platform)!, new EmbedReading { Link = link, Form = EmbedForm.JsonPayload, Facts = isVideo ? OfVideo(node, link) : OfPosting(node) });
        }

        return null;
    }

    private static PostFacts OfVideo(JsonElement node, PostLink link) => new()
    {
        Via = Via.JsonLd,
        Rule = "json-ld",
        Card = Text(node, "name") is { } title ? new LinkCard { Url = link.Permalink, Title = VerbatimText.Normalise(title) } : null,
    };

    private static PostFacts OfPosting(JsonElement node)
    {
        var words = Text(node, "articleBody") ?? Text(node, "text");
        return new PostFacts
        {
            Via = Via.JsonLd,
            Rule = "json-ld",
            Author = AuthorOf(node),
            Text = words is { Length: <= MaxText } ? new PostText { Value = VerbatimText.Normalise(words.Trim()), Completeness = TextCompleteness.Unknown } : null,
            Published = PublishedTime.FromIso(Text(node, "datePublished") ?? Text(node, "dateCreated")),
        };
    }

    /// <summary>An object with a name and, as its other name, a handle; some write the handle alone.</summary>
    private static Author? AuthorOf(JsonElement node)
    {
        if (!node.TryGetProperty("author", out var author))
            return null;
        var name = author.ValueKind == JsonValueKind.Object ? Text(author, "name") : Text(node, "author");
        var other = author.ValueKind == JsonValueKind.Object ? Text(author, "alternateName") : null;
        var handle = other is not null && !other.Contains(' ') ? other.TrimStart('@') : null;
        return string.IsNullOrWhiteSpace(name) && handle is null ? null : new Author { Name = name?.Trim(), Handle = handle };
    }

    private static bool Has(JsonElement node, string type) => node.TryGetProperty("@type", out var types) && types.ValueKind switch
    {
        JsonValueKind.String => types.ValueEquals(type),
        JsonValueKind.Array => types.EnumerateArray().Any(t => t.ValueKind == JsonValueKind.String && t.ValueEquals(type)),
        _ => false,
    };

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static IEnumerable<(string? Name, JsonElement Value)> PartsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Select(p => ((string?)p.Name, p.Value)),
        JsonValueKind.Array => value.EnumerateArray().Select(item => ((string?)null, item)),
        _ => [],
    };
}
