using System.Text.Json;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>Writes a block as JSON-LD in the vocabulary of schema.org: the same statements that the HTML figure makes in microdata, and counts.</summary>
/// <seealso href="https://schema.org/SocialMediaPosting"/>
internal sealed class SchemaPosting(Utf8JsonWriter json, QuoteBlock block, string platform)
{
    private const string Type = "@type";

    public static string Of(QuoteBlock block, string platform) => ExportJson.Of(json => new SchemaPosting(json, block, platform).Write());

    private void Write()
    {
        json.WriteString("@context", "https://schema.org");
        json.WriteString(Type, block.Kind == PostKind.Comment ? "Comment" : "SocialMediaPosting");
        json.Member("@id", LinkTarget.Of(block.Url));
        json.Member("url", LinkTarget.Of(block.Url));
        json.WriteString("identifier", block.Key);
        Person("author", block.Author);
        json.Member("text", block.Text.Value);
        json.Member("inLanguage", CaptionFacts.LanguageTag(block.Text.Lang));
        json.Member("datePublished", DisplayDate.Read(block.Published.At, block.Published.Precision)?.Machine);
        json.Member("dateModified", DisplayDate.Read(block.EditedAt)?.Machine);
        json.Object("publisher", Type, "Organization", () => json.WriteString("name", platform));
        json.Member("isBasedOn", LinkTarget.Of(CaptionFacts.ArticleAddress(block)));
        json.Member("archivedAt", LinkTarget.Of(CaptionFacts.ArchivedCopy(block)?.Url));
        json.Member("sdDatePublished", DisplayDate.Read(block.CapturedAt)?.Machine);
        json.Member("keywords", string.Join(", ", block.Text.Facets.Where(facet => facet.Type == FacetType.Hashtag).Select(facet => facet.Target).Where(tag => !string.IsNullOrEmpty(tag)).Distinct(StringComparer.Ordinal)));
        json.List("associatedMedia", [.. block.Media.Where(medium => CaptionFacts.IsContent(medium) && LinkTarget.Of(medium.Url) is not null)], Medium);
        if (block.Quoted is { } quoted)
            json.Object("sharedContent", Type, "SocialMediaPosting", () => Quoted(quoted));
        json.List("interactionStatistic", Counts(), Count);
    }

    private void Person(string name, Author? author)
    {
        string? profile = LinkTarget.Of(author?.Url);
        if (author is null || (author.Name is null && author.Handle is null && profile is null))
            return;
        json.Object(name, Type, "Person", () =>
        {
            json.Member("name", author.Name);
            json.Member("alternateName", author.Handle is { } handle ? "@" + handle : null);
            json.Member("url", profile);
            json.Member("identifier", author.Id);
        });
    }

    private void Medium(Media medium)
    {
        string type = medium.Type switch
        {
            MediaType.Image or MediaType.Gif => "ImageObject",
            MediaType.Video => "VideoObject",
            MediaType.Audio => "AudioObject",
            _ => "MediaObject",
        };
        json.Object(Type, type, () =>
        {
            json.Member("contentUrl", LinkTarget.Of(medium.Url));
            json.Member("encodingFormat", medium.Mime);
            json.Member("description", medium.Alt);
            json.Member("sha256", medium.Sha256);
        });
    }

    private void Quoted(PostRef quoted)
    {
        json.Member("url", LinkTarget.Of(quoted.Url));
        Person("author", quoted.Author);
        json.Member("text", quoted.Text);
        json.Member("datePublished", DisplayDate.Read(quoted.PublishedAt)?.Machine);
    }

    private (string Action, long Count)[] Counts() =>
        block.Metrics is not { } metrics
            ? []
            : [.. from count in ((string Action, long? Count)[])
                    [("LikeAction", metrics.Likes), ("ShareAction", metrics.Reposts), ("CommentAction", metrics.Replies), ("WatchAction", metrics.Views)]
                  where count.Count.HasValue
                  select (count.Action, count.Count.GetValueOrDefault())];

    private void Count((string Action, long Count) count) => json.Object(Type, "InteractionCounter", () =>
    {
        json.WriteString("interactionType", "https://schema.org/" + count.Action);
        json.WriteNumber("userInteractionCount", count.Count);
    });
}
