using System.Text.Json.Nodes;

namespace Embeds.Tests.Capture.Network;

/// <summary>What a case comes to: the post's state, what the network gave, the issues, and what was asked.</summary>
internal static class TownResult
{
    private static readonly string[] Fields = ["kind", "author", "text", "published", "edited_at", "media", "card", "poll", "quoted", "thread", "metrics", "versions"];

    public static JsonObject Of(ArticleQuotes quotes, IEnumerable<string> asked)
    {
        var block = (JsonObject)JsonNode.Parse(Assert.Single(quotes.Blocks).ToJson())!;
        Assert.Equal(Embeds.Quotes.SealCheck.Intact, quotes.Blocks[0].Verify());
        var shown = new JsonObject();
        foreach (var field in Fields)
        {
            if (block[field] is { } value)
                shown[field] = value.DeepClone();
        }

        return new JsonObject
        {
            ["state"] = (string?)block["status"]!["state"],
            ["evidence"] = (string?)block["status"]!["evidence"],
            ["issues"] = new JsonArray([.. quotes.Issues.Select(i => (JsonNode)i.Code)]),
            ["asked"] = new JsonArray([.. asked.Select(a => (JsonNode)a)]),
            ["block"] = shown,
        };
    }
}
