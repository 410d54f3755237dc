using System.Collections.Immutable;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Fediverse;

/// <summary>What a server tells everybody of a public post when it tells programs nothing: who wrote it, by oEmbed, and the head of its page.</summary>
internal static class StatusPage
{
    public static ImmutableArray<PostSource> Of(Platform platform, PostLink link)
    {
        var page = new PostSource
        {
            Rule = platform.Id + ".page",
            Via = Via.Opengraph,
            Url = link.Permalink,
            Gives = PostFields.Author | PostFields.Text | PostFields.Time | PostFields.Media,
            Accept = PostSource.Page,
            Read = answer => ReadHead(platform, link, answer),
        };
        return platform is MastodonPlatform ? [OEmbedOf(platform, link), page] : [page];
    }

    private static PostSource OEmbedOf(Platform platform, PostLink link)
    {
        var source = OEmbed.Of(platform, link, $"https://{new Uri(link.Permalink).Host}/api/oembed?maxwidth=400", PostFields.Author);
        // Its title is "New status by ada".
        return source with { Read = answer => source.Read(answer) is { Facts: { } facts } reading ? reading with { Facts = facts with { Card = null } } : null };
    }

    /// <summary><c>Ada Example (@ada@social.example)</c>, the words (behind the warning, where there is one), and the time.</summary>
    private static SourceReading? ReadHead(Platform platform, PostLink link, SourceAnswer answer)
    {
        var page = answer.Page;
        if (!answer.IsSuccess || PostPage.Meta(page, "og:title") is not { } title || title.LastIndexOf(" (@", StringComparison.Ordinal) is not (> 0 and var at) || !title.EndsWith(')'))
            return null;
        // An account's page has the same title.
        if (PostPage.Meta(page, "og:url") is not { } own || !own.Contains(link.NativeId[(link.NativeId.IndexOf('/', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal))
            return null;
        var handle = AnswerFacts.Handle(PostPage.Meta(page, "profile:username") ?? title[(at + 2)..^1]);
        return SourceReading.Live(answer.Facts() with
        {
            Author = new Author { Name = title[..at].Trim(), Handle = handle, Url = handle is null ? null : platform.ProfileOf(handle) },
            Text = AnswerFacts.Words(PostPage.Meta(page, "og:description"), completeness: TextCompleteness.Unknown),
            Published = PublishedTime.FromIso(PostPage.Meta(page, "og:published_time")),
            Media = WebAddress.Storable(PostPage.Meta(page, "og:image")) is { } picture ? [new Media { Type = MediaType.Image, Url = picture, Alt = PostPage.Meta(page, "og:image:alt") }] : [],
        });
    }
}
