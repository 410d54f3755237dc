using System.Collections.Immutable;
using System.Text.Json;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Medium: stories and the responses to them. As an embed it is a card: a title that links an article.</summary>
internal sealed class MediumPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "medium";

    /// <inheritdoc/>
    public override string Name => "Medium";

    /// <inheritdoc/>
    /// <remarks>The name is a word of too many a class, and no tool keeps an id beside it.</remarks>
    public override ImmutableArray<string> Nicknames => [];

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["medium.com"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Class("m-story")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>A story is known by the number that ends its address; the words before it change with its title.</remarks>
    public override PostLink? ReadLink(WebAddress address)
    {
        var s = address.Segments;
        var account = address.Host is "medium.com" or "www.medium.com" ? null : address.Host[..^".medium.com".Length];
        if (account is not null)
            return s is [var own] && !account.Contains('.') ? Story(address, NumberIn(own), account) : null;
        return s switch
        {
            ["m", "global-identity" or "global-identity-2", ..] => ReadInner(address, address.Query("redirectUrl")),
            ["p", var id] => Story(address, id, null),
            ["m" or "media" or "tag" or "search" or "me" or "topic" or "jobs-at-medium", ..] => null,
            [['@', .. var user], var slug] => Story(address, NumberIn(slug), user),
            [_, var slug] => Story(address, NumberIn(slug), null),
            _ => null,
        };
    }

    private static string NumberIn(string slug) => slug[(slug.LastIndexOf('-') + 1)..];

    private static PostLink? Story(WebAddress address, string id, string? user) =>
        id.Length is >= 10 and <= 12 && id.All(char.IsAsciiHexDigitLower)
            ? new PostLink { Platform = "medium", NativeId = id, Permalink = "https://medium.com/p/" + id, Handle = user, Seen = address.Text }
            : null;

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://medium.com/@{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>A story is an article: its title, its author and its day are what there is to quote.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => [PostPage.Of(this, link, gives: PostFields.Author | PostFields.Card | PostFields.Time, read: answer => ReadStory(link, answer))];

    private SourceReading? ReadStory(PostLink link, SourceAnswer answer)
    {
        if (!answer.IsSuccess)
            return null;
        var story = PostPage.JsonLd(answer.Page).FirstOrDefault(thing => thing.Text("@type") is "NewsArticle" or "SocialMediaPosting" or "Article");
        if (story.ValueKind != JsonValueKind.Object || ReadOwnLink(story.Text("url") ?? story.Text("mainEntityOfPage") ?? PostPage.Meta(answer.Page, "og:url"))?.NativeId != link.NativeId)
            return null;
        var author = story.At("author");
        return SourceReading.Live(answer.Facts() with
        {
            Via = Via.JsonLd,
            Author = new Author { Name = author.Text("name"), Url = author.Address("url") }.OrNull(),
            Card = (story.Text("headline") ?? story.Text("name")) is { } title ? new LinkCard { Url = link.Permalink, Title = title, Description = story.Text("description") } : null,
            Published = PublishedTime.FromIso(story.Text("datePublished") ?? PostPage.Meta(answer.Page, "article:published_time")),
        });
    }

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element) =>
        ReadOwnLink(element.GetAttribute("href")) is { } link
            ? new EmbedReading { Link = link, Form = EmbedForm.Blockquote, Facts = PlayerFacts.Of(link, "medium.story", element.TextContent) }
            : null;
}
