using System.Collections.Immutable;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>GETTR. It has no embeds; articles carry its addresses.</summary>
internal sealed class GettrPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "gettr";

    /// <inheritdoc/>
    public override string Name => "GETTR";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["gettr.com"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["post", var id, ..] => Link(address, "post", id, 'p', null),
        ["comment", var id, ..] => Link(address, "comment", id, 'c', PostKind.Comment),
        ["streaming", var id, ..] => Link(address, "streaming", id, 'p', PostKind.Video),
        _ => null,
    };

    /// <summary>An id begins with the letter of its kind; a live stream is a post.</summary>
    private static PostLink? Link(WebAddress address, string path, string id, char letter, PostKind? kind)
    {
        id = id.ToLowerInvariant();
        return id.Length is >= 5 and <= 20 && id[0] == letter && id.All(char.IsAsciiLetterOrDigit)
            ? new PostLink { Platform = "gettr", NativeId = id, Permalink = $"https://gettr.com/{path}/{id}", Kind = kind, Seen = address.Text }
            : null;
    }

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://gettr.com/user/{handle}";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Only posts are known to have an endpoint without a key; for comments nothing is known that could be asked.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => link.NativeId[0] == 'p'
        ?
        [
            new PostSource
            {
                Rule = "gettr.api",
                Via = Via.Api,
                Url = $"https://api.gettr.com/u/post/{link.NativeId}?incl=%22poststats%7Cuserinfo%22",
                Gives = PostFields.All & ~PostFields.Thread,
                Read = answer => ReadPost(link, answer),
            },
        ]
        : [];

    private SourceReading? ReadPost(PostLink link, SourceAnswer answer)
    {
        const string media = "https://media.gettr.com/";
        var post = answer.Json.At("result", "data");
        if (!answer.IsSuccess || post.ValueKind != JsonValueKind.Object)
            return null;
        if (post.Is("nfound"))
            return SourceReading.Of(PostState.Gone, post.Text("txt") ?? "nfound");
        if (post.Text("_id") is { } found && found != link.NativeId)
            return SourceReading.Of(PostState.Unknown, $"The answer is about {found}.");
        if (post.Text("uid") is not { } account)
            return null;
        var user = answer.Json.At("result", "aux", "uinf", account);
        var handle = AnswerFacts.Handle(user.Text("username") ?? account);
        // Times are milliseconds, and a post that nobody edited has its own as that of its edit.
        var (made, edited) = (post.Number("cdate"), post.Number("udate"));
        return SourceReading.Live(answer.Facts() with
        {
            Author = new Author { Name = user.Text("nickname"), Handle = handle, Id = account, Url = handle is null ? null : ProfileOf(handle) },
            Text = AnswerFacts.Words(post.Text("txt")) is { } words ? SignFacets.In(words, ProfileOf) : null,
            Published = Time(made),
            EditedAt = edited != made ? Time(edited)?.At : null,
            Media = post.Text("ovid") is { } film
                ? [new Media { Type = MediaType.Video, Url = WebAddress.Storable(media + film), Poster = post.Text("main") is { } still ? WebAddress.Storable(media + still) : null, Width = post.Pixels("vid_wid"), Height = post.Pixels("vid_hgt") }]
                : [.. post.Items("imgs").Select(i => i.Text()).OfType<string>().Select(i => new Media { Type = MediaType.Image, Url = WebAddress.Storable(media + i) })],
        });
    }

    private static Published? Time(long? ms) => ms is { } at ? PublishedTime.FromUnixMilliseconds(at, DatePrecision.Millisecond) : null;
}
