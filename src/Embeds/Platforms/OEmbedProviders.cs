using System.Collections.Immutable;
using Embeds.Platforms.Sources;

namespace Embeds.Platforms;

/// <summary>
/// Sites without a room of their own that articles embed by oEmbed: charts, talks, podcasts, documents. Each is a row: which
/// addresses are theirs, and which endpoint knows them. What their code would draw is read for words and pictures, and never kept.
/// </summary>
internal sealed class OEmbedProviders : Platform
{
    private static readonly ImmutableArray<Provider> Rows =
    [
        new("audioboom.com", "posts/*", "https://audioboom.com/posts/{0}", "https://audioboom.com/publishing/oembed/v4.json"),
        new("codepen.io", "*/pen/*", "https://codepen.io/{0}/pen/{1}", "https://codepen.io/api/oembed?format=json"),
        new("codepen.io", "*/embed/*", "https://codepen.io/{0}/pen/{1}", "https://codepen.io/api/oembed?format=json"),
        new("codepen.io", "*/embed/preview/*", "https://codepen.io/{0}/pen/{1}", "https://codepen.io/api/oembed?format=json"),
        new("datawrapper.dwcdn.net", "*", "https://datawrapper.dwcdn.net/{0}/", "https://api.datawrapper.de/v3/oembed/?format=json"),
        new("datawrapper.dwcdn.net", "*/*", "https://datawrapper.dwcdn.net/{0}/", "https://api.datawrapper.de/v3/oembed/?format=json"),
        new("issuu.com", "*/docs/*", "https://issuu.com/{0}/docs/{1}", "https://issuu.com/oembed?format=json"),
        new("www.kickstarter.com", "projects/*/*", "https://www.kickstarter.com/projects/{0}/{1}", "https://www.kickstarter.com/services/oembed?format=json"),
        new("m.naver.com", "shorts/*", "https://m.naver.com/shorts/{0}", "https://m.naver.com/shorts/oEmbed"),
        new("podcasts.apple.com", "*/podcast/*/*", "https://podcasts.apple.com/{0}/podcast/{1}/{2}", "https://podcasts.apple.com/api/oembed"),
        new("embed.podcasts.apple.com", "*/podcast/*/*", "https://podcasts.apple.com/{0}/podcast/{1}/{2}", "https://podcasts.apple.com/api/oembed"),
        new("www.scribd.com", "doc/*/*", "https://www.scribd.com/document/{0}/{1}", "https://www.scribd.com/services/oembed/?format=json"),
        new("www.scribd.com", "document/*/*", "https://www.scribd.com/document/{0}/{1}", "https://www.scribd.com/services/oembed/?format=json"),
        new("sketchfab.com", "3d-models/*", "https://sketchfab.com/3d-models/{0}", "https://sketchfab.com/oembed"),
        new("speakerdeck.com", "*/*", "https://speakerdeck.com/{0}/{1}", "https://speakerdeck.com/oembed.json"),
        new("www.ted.com", "talks/*", "https://www.ted.com/talks/{0}", "https://www.ted.com/services/v1/oembed.json"),
        new("embed.ted.com", "talks/*", "https://www.ted.com/talks/{0}", "https://www.ted.com/services/v1/oembed.json"),
    ];

    /// <inheritdoc/>
    public override string Id => "oembed";

    /// <inheritdoc/>
    public override string Name => "Other sites (oEmbed)";

    /// <inheritdoc/>
    /// <remarks>No tool calls a post by the name of a protocol.</remarks>
    public override ImmutableArray<string> Nicknames => [];

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = [.. Rows.Select(row => row.Host).Distinct(StringComparer.Ordinal)];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address)
    {
        foreach (var row in Rows)
        {
            if (row.Host == address.Host && row.PermalinkOf(address) is { } permalink)
                return new PostLink { Platform = Id, NativeId = permalink["https://".Length..].TrimEnd('/'), Permalink = permalink, Seen = address.Text };
        }

        return null;
    }

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link)
    {
        var page = PostPage.Of(this, link, gives: PostFields.Author | PostFields.Card | PostFields.Media);
        return WebAddress.TryParse(link.Permalink, out var address) && Rows.FirstOrDefault(row => row.Host == address.Host) is { } row ? [OEmbed.Of(this, link, row.Endpoint), page] : [page];
    }

    /// <param name="Host">The host, whole.</param>
    /// <param name="Path">The path, a star for each part that varies.</param>
    /// <param name="Permalink">The permalink, a number for each star.</param>
    /// <param name="Endpoint">The oEmbed endpoint.</param>
    private sealed record Provider(string Host, string Path, string Permalink, string Endpoint)
    {
        private readonly ImmutableArray<string> _path = [.. Path.Split('/')];

        public string? PermalinkOf(WebAddress address)
        {
            if (address.Segments.Length != _path.Length)
                return null;
            var permalink = Permalink;
            var star = 0;
            for (var i = 0; i < _path.Length; i++)
            {
                var part = address.Segments[i];
                if (_path[i] != "*")
                {
                    if (_path[i] != part)
                        return null;
                    continue;
                }

                if (!IsName(part))
                    return null;
                permalink = permalink.Replace($"{{{star++}}}", part, StringComparison.Ordinal);
            }

            return permalink;
        }

        private static bool IsName(string part) =>
            part.Length is >= 1 and <= 200 && char.IsAsciiLetterOrDigit(part[0]) && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
    }
}
