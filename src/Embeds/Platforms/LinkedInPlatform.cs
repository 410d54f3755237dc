using System.Collections.Immutable;
using System.Globalization;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>LinkedIn. Its embed is a frame that says nothing of the post but its id.</summary>
internal sealed class LinkedInPlatform : Platform
{
    private const int IdLength = 19;
    private static readonly long FirstPlausibleMs = new DateTimeOffset(2012, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    // One post has a number of its own as each of these, so the kind is part of its id.
    private static readonly ImmutableArray<string> Kinds = ["activity", "ugcPost", "share"];

    /// <inheritdoc/>
    public override string Id => "linkedin";

    /// <inheritdoc/>
    public override string Name => "LinkedIn";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["linkedin.com"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["embed" or "comm", .. ["feed", "update", var urn, ..]] => OfUrn(address, urn),
        ["feed", "update", var urn, ..] => OfUrn(address, urn),
        ["video", "live" or "event", var urn, ..] => OfUrn(address, urn),
        ["posts", var slug, ..] => OfSlug(address, slug),
        ["authwall", ..] => ReadOwnLink(address.Query("sessionRedirect")),
        ["login", ..] or ["uas", "login", ..] => ReadOwnLink(address.Query("session_redirect")),
        _ => null,
    };

    /// <inheritdoc/>
    /// <remarks>Only with its kind, as <c>urn:li:share:7151241570371948544</c>.</remarks>
    public override PostLink? FromId(string id) =>
        id.StartsWith("urn:li:", StringComparison.Ordinal) && WebAddress.TryParse($"https://www.linkedin.com/feed/update/{id}/", out var address) ? ReadLink(address) : null;

    private static PostLink? OfUrn(WebAddress address, string urn) =>
        urn.Trim().Split(':') is ["urn", "li", var kind, var id] ? Link(address, kind, id, null) : null;

    /// <summary><c>ada-example_why-ferries-matter-activity-7151241570371948544-aB3d</c>: the author's name up to the first line, the id near the end.</summary>
    private static PostLink? OfSlug(WebAddress address, string slug)
    {
        foreach (var kind in Kinds)
        {
            var at = slug.LastIndexOf(kind + "-", StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || slug[at - 1] is not ('-' or '_'))
                continue;
            var id = slug.AsSpan(at + kind.Length + 1);
            if (id.Length >= IdLength && (id.Length == IdLength || id[IdLength] == '-'))
                return Link(address, kind, id[..IdLength].ToString(), slug.Split('_', 2) is [{ Length: > 0 } author, _] ? author : null);
        }

        return null;
    }

    private static PostLink? Link(WebAddress address, string kind, string id, string? author)
    {
        kind = Kinds.FirstOrDefault(k => k.Equals(kind, StringComparison.OrdinalIgnoreCase)) ?? "";
        if (kind.Length == 0 || id.Length != IdLength || id.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return null;
        var urn = $"urn:li:{kind}:{id}";
        return new PostLink
        {
            Platform = "linkedin",
            NativeId = urn,
            Permalink = $"https://www.linkedin.com/feed/update/{urn}/",
            Handle = author is not null && !author.Any(char.IsWhiteSpace) ? author : null,
            Seen = address.Text,
        };
    }

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>The frame of a public post, then its page under the address that the article has. Either may be walled (999).</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link)
    {
        var page = WebAddress.TryParse(link.Seen, out var seen) && seen.Segments is ["posts", ..] ? $"https://www.linkedin.com/posts/{seen.Segments[1].Escaped()}" : link.Permalink;
        return [Page("linkedin.embed", $"https://www.linkedin.com/embed/feed/update/{link.NativeId}"), Page("linkedin.page", page)];

        PostSource Page(string rule, string url) => new()
        {
            Rule = rule,
            Via = Via.Opengraph,
            Url = url,
            Gives = PostFields.Author | PostFields.Text | PostFields.Media,
            Accept = PostSource.Page,
            Read = answer => answer.IsSuccess && IsAbout(link, answer) && PostPage.Facts(this, link, answer, other => MayBe(link, other)) is { } facts ? SourceReading.Live(facts) : null,
        };
    }

    /// <summary>A page may name its post by another kind of number, which proves nothing; the same kind with another number is another post.</summary>
    private static bool MayBe(PostLink link, PostLink other)
    {
        return other.NativeId == link.NativeId || KindOf(other.NativeId) != KindOf(link.NativeId);

        static string KindOf(string urn) => urn[..urn.LastIndexOf(':')];
    }

    private bool IsAbout(PostLink link, SourceAnswer answer)
    {
        var own = ReadOwnLink(PostPage.Meta(answer.Page, "og:url") ?? answer.Page.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? answer.Address.AbsoluteUri);
        return own is not null && MayBe(link, own);
    }

    // ---- Time ------------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Unix milliseconds = id >> 22. Found by others, not published by LinkedIn; a share may be a second older than its activity.</remarks>
    public override Published? TimeOf(PostLink link)
    {
        if (!ulong.TryParse(link.NativeId.AsSpan(link.NativeId.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        var ms = (long)(id >> 22);
        return ms < FirstPlausibleMs ? null : PublishedTime.FromUnixMilliseconds(ms, DatePrecision.Second);
    }
}
