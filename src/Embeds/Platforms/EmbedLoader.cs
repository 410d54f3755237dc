using System.Collections.Immutable;

namespace Embeds.Platforms;

/// <summary>A script that a platform hands out to make embeds of its markup, such as <c>//platform.twitter.com/widgets.js</c>.</summary>
/// <param name="Host">The host, or one above it; null for software that runs on anybody's host.</param>
/// <param name="File">The last segment of the script's path.</param>
public sealed record EmbedLoader(string? Host, string File)
{
    /// <summary>CSS selector of what the script makes beside posts (buttons, timelines); null when it makes nothing else.</summary>
    public string? Others { get; init; }

    /// <summary>The name by which a page's own scripts call it, such as <c>twttr</c>; null when there is none.</summary>
    public string? Global { get; init; }

    internal bool Is(WebAddress address) => (Host is null || address.IsUnder(Host)) && address.Segments is [.., var file] && file == File;
}
