using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>
/// What is left of Vine: the records that it published when it closed, and archived pages that hold the same record. The platform is
/// closed, so that no answer says that somebody deleted a vine.
/// </summary>
internal static class VineArchive
{
    public static PostSource SourceOf(PostLink link) => new()
    {
        Rule = "vine.archive",
        Via = Via.Api,
        Url = $"https://archive.vine.co/posts/{link.NativeId}.json",
        Gives = PostFields.All,
        Read = answer => answer.IsSuccess && FactsOf(answer.Json, link, answer) is { } facts
            ? new SourceReading { State = PostState.Unknown, Facts = facts }
            : SourceReading.Of(PostState.Unreachable, FormattableString.Invariant($"Vine is closed, and its archive gives nothing (HTTP {answer.Status})")),
    };

    /// <summary>The record in a copy of the vine's page.</summary>
    public static PostFacts? ReadCopy(PostLink link, SourceAnswer copy)
    {
        if (ScriptJson.After(copy.Text, "window.POST_DATA = ") is not { } data)
            return null;
        return FactsOf(data.Has(link.NativeId) ? data.At(link.NativeId) : data, link, copy);
    }

    private static PostFacts? FactsOf(JsonElement vine, PostLink link, SourceAnswer answer)
    {
        if (!vine.Has("username") && !vine.Has("description") || vine.Text("permalinkUrl") is { } permalink && !permalink.Contains(link.NativeId, StringComparison.Ordinal))
            return null;
        var id = vine.Text("userIdStr");
        return answer.Facts() with
        {
            Kind = PostKind.Video,
            Author = new Author { Name = vine.Text("username"), Id = id, Url = id is null ? null : $"https://vine.co/u/{id.Escaped()}" }.OrNull(),
            Text = AnswerFacts.Words(vine.Text("description")),
            // 2013-01-25T01:47:12.000000: nothing says in what zone.
            Published = PublishedTime.FromIso(vine.Text("created")?.Split('.')[0]),
            Media = [new Media { Type = MediaType.Video, Url = vine.Address("videoUrl") ?? vine.Address("videoLowURL"), Poster = vine.Address("thumbnailUrl") }],
            Metrics = new Metrics { At = answer.At, Likes = vine.Count("likes"), Replies = vine.Count("comments"), Reposts = vine.Count("reposts"), Views = vine.Count("loops") }.OrNull(),
        };
    }
}
