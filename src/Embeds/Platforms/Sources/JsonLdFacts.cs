using System.Text.Json;
using System.Xml;
using Embeds.Quotes;

namespace Embeds.Platforms.Sources;

/// <summary>The parts of schema.org's description of a post that need more than a look: lengths and counts.</summary>
internal static class JsonLdFacts
{
    private const int LongestDuration = 32;

    /// <summary>A length in ISO 8601, such as <c>PT1M30S</c>, in milliseconds; null for anything else.</summary>
    public static long? Milliseconds(string? duration)
    {
        if (duration is not { Length: <= LongestDuration } || !duration.StartsWith('P') || duration.Contains('Y') || duration.Contains('W'))
            return null;
        try
        {
            return XmlConvert.ToTimeSpan(duration) is { Ticks: > 0 } length ? (long)length.TotalMilliseconds : null;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>The counts of <c>interactionStatistic</c>, which is one or a list; null without any.</summary>
    public static Metrics? Counts(JsonElement thing, string at)
    {
        var all = thing.At("interactionStatistic");
        var counts = new Metrics { At = at };
        foreach (var one in all.ValueKind == JsonValueKind.Array ? all.EnumerateArray() : Enumerable.Repeat(all, 1))
        {
            var type = one.Text("interactionType", "@type") ?? one.Text("interactionType") ?? "";
            var count = one.Count("userInteractionCount");
            counts = type[(type.LastIndexOf('/') + 1)..] switch
            {
                "WatchAction" or "ViewAction" => counts with { Views = count },
                "LikeAction" => counts with { Likes = count },
                "CommentAction" => counts with { Replies = count },
                "ShareAction" => counts with { Reposts = count },
                _ => counts,
            };
        }

        return counts.OrNull();
    }
}
