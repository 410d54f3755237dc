using Embeds.Quotes;

namespace Embeds.Platforms.Sources;

/// <summary>
/// One place on the network that may be asked about a post, and how its answer is read. A platform only names its sources:
/// when, whether and how often they are asked is capture's business.
/// </summary>
public sealed record PostSource
{
    /// <summary>The source's name, such as <c>x.oembed</c>: it becomes the rule in the provenance of what it gives.</summary>
    public required string Rule { get; init; }

    /// <summary>What kind of source it is: oEmbed, API, page (OpenGraph, JSON-LD) or archive.</summary>
    public required Via Via { get; init; }

    /// <summary>The address to ask: absolute, http or https. It may become evidence, so it must hold no secret.</summary>
    public required string Url { get; init; }

    /// <summary>What the answer can say beyond whether the post stands.</summary>
    public required PostFields Gives { get; init; }

    /// <summary>
    /// Reads an answer, whatever its status; null where it is no answer of this source (a wall, a challenge, an error of the
    /// server), which is then judged by its status. May throw on what it did not expect: that costs this answer alone.
    /// </summary>
    public required Func<SourceAnswer, SourceReading?> Read { get; init; }

    /// <summary>The <c>Accept</c> header.</summary>
    /// <value>Default <c>application/json</c>.</value>
    public string Accept { get; init; } = Json;

    /// <summary>JSON to send with a POST; null asks with a GET.</summary>
    public string? Body { get; init; }

    /// <summary>
    /// The query parameter that carries the user's key for the platform, where there is one. The key is added when the request is
    /// sent and appears nowhere else.
    /// </summary>
    public string? KeyParameter { get; init; }

    /// <summary>Whether it is of no use to ask without a key.</summary>
    public bool NeedsKey { get; init; }

    /// <summary>The time near which a copy is wanted (<c>Accept-Datetime</c>, RFC 7089); null for what is no copy.</summary>
    internal DateTimeOffset? Around { get; init; }

    /// <summary>It asks for something to be done: it is not repeated after a fault, and its answer is not kept for other runs.</summary>
    internal bool IsOnce { get; init; }

    internal const string Json = "application/json";

    internal const string Page = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5";

    internal ObservationMethod Method => Via switch
    {
        Via.Oembed => ObservationMethod.Oembed,
        Via.Api => ObservationMethod.Api,
        _ => ObservationMethod.Http,
    };
}
