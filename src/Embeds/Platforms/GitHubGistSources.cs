using System.Collections.Immutable;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Where GitHub may be asked about a gist without a key: what the embed's script would show, and the API, which answers 60 times an hour.</summary>
internal static class GitHubGistSources
{
    private const PostFields Shown = PostFields.Author | PostFields.Text | PostFields.Time | PostFields.Card;

    public static ImmutableArray<PostSource> Of(GitHubGistPlatform platform, PostLink link) =>
    [
        new PostSource { Rule = "github-gist.json", Via = Via.Api, Url = link.Permalink + ".json", Gives = Shown, Read = answer => ReadShown(platform, link, answer) },
        new PostSource
        {
            Rule = "github-gist.api",
            Via = Via.Api,
            Url = "https://api.github.com/gists/" + link.NativeId,
            Gives = Shown | PostFields.Details,
            Accept = "application/vnd.github+json",
            Read = answer => ReadRecord(platform, link, answer),
        },
    ];

    private static SourceReading? ReadShown(GitHubGistPlatform platform, PostLink link, SourceAnswer answer)
    {
        var gist = answer.Json;
        if (!answer.IsSuccess || !gist.Has("div"))
            return null;
        var owner = AnswerFacts.Handle(gist.Text("owner"));
        return SourceReading.Live(answer.Facts() with
        {
            Author = owner is null ? null : new Author { Handle = owner, Url = platform.ProfileOf(owner) },
            Text = MarkupWords.ReadEmbed(platform, link, gist.Text("div"))?.Text,
            Published = PublishedTime.FromIso(gist.Text("created_at")),
            Card = CardOf(gist, link),
        });
    }

    private static SourceReading? ReadRecord(GitHubGistPlatform platform, PostLink link, SourceAnswer answer)
    {
        var gist = answer.Json;
        if (!answer.IsSuccess || gist.Text("id") is not { } id)
            return null;
        if (id != link.NativeId)
            return SourceReading.Of(PostState.Unknown, $"The answer is about {id}.");
        var owner = gist.At("owner");
        var handle = AnswerFacts.Handle(owner.Text("login"));
        return SourceReading.Live(answer.Facts() with
        {
            Author = new Author
            {
                Handle = handle,
                Id = owner.Text("id"),
                Url = owner.Address("html_url") ?? (handle is null ? null : platform.ProfileOf(handle)),
                Avatar = AnswerFacts.Avatar(owner.Text("avatar_url")),
            }.OrNull(),
            Text = CodeOf(gist.At("files")),
            Published = PublishedTime.FromIso(gist.Text("created_at")),
            // Each change is a commit; the first one is the gist's making.
            EditedAt = gist.At("history").Item(1).ValueKind == JsonValueKind.Object ? AnswerFacts.Instant(gist.At("history").Item(0).Text("committed_at")) : null,
            Card = CardOf(gist, link),
            Metrics = new Metrics { At = answer.At, Replies = gist.Count("comments") }.OrNull(),
        });
    }

    private static LinkCard? CardOf(JsonElement gist, PostLink link) => gist.Text("description") is { } title ? new LinkCard { Url = link.Permalink, Title = title } : null;

    /// <summary>The files one below the other, a blank line between them, as the embed shows them.</summary>
    private static PostText? CodeOf(JsonElement files)
    {
        if (files.ValueKind != JsonValueKind.Object)
            return null;
        var all = files.EnumerateObject().Select(file => file.Value).ToList();
        var code = string.Join("\n\n", all.Select(file => file.Text("content")?.TrimEnd('\n', '\r')).OfType<string>());
        var isCut = all.Exists(file => file.Is("truncated") || !file.Has("content"));
        return code.Length == 0 ? null : new PostText { Value = VerbatimText.Normalise(code), Completeness = isCut ? TextCompleteness.Truncated : TextCompleteness.Full };
    }
}
