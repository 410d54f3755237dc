using System.Collections.Frozen;
using System.Collections.Immutable;
using Embeds.Languages;
using Embeds.Platforms.Fediverse;
using Embeds.Platforms.Meta;
using Embeds.Platforms.X;

namespace Embeds.Platforms;

/// <summary>
/// The platforms in force, with their hosts and names in frozen tables, so that one address costs one look-up whatever the
/// number of platforms.
/// </summary>
internal sealed class PlatformCatalog
{
    private readonly WordTable<ImmutableArray<Platform>> _byDomain;
    private readonly FrozenDictionary<string, Platform> _byId;
    private readonly WordTable<ImmutableArray<Platform>> _byNickname;

    public PlatformCatalog(IEnumerable<Platform> platforms)
    {
        All = [.. platforms];
        _byId = All.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        _byDomain = Index(All, p => p.Domains);
        _byNickname = Index(All, p => p.Nicknames);
    }

    /// <summary>The platforms that come with the library, in the order in which they are asked.</summary>
    public static ImmutableArray<Platform> BuiltIn { get; } =
    [
        new XPlatform(),
        new InstagramPlatform(),
        new FacebookPlatform(),
        new YouTubePlatform(),
        new BlueskyPlatform(),
        new ThreadsPlatform(),
        new TikTokPlatform(),
        new RedditPlatform(),
        new LinkedInPlatform(),
        new TelegramPlatform(),
        new TumblrPlatform(),
        new VkPlatform(),
        new OkPlatform(),
        new WeiboPlatform(),
        new SubstackPlatform(),
        new TruthSocialPlatform(),
        new GabPlatform(),
        new GettrPlatform(),
        new ParlerPlatform(),
        new MastodonPlatform(),
        new PleromaPlatform(),
        new MisskeyPlatform(),
        new PixelfedPlatform(),
        new PeerTubePlatform(),
        new LemmyPlatform(),
        new VimeoPlatform(),
        new DailymotionPlatform(),
        new SoundCloudPlatform(),
        new SpotifyPlatform(),
        new TwitchPlatform(),
        new VinePlatform(),
        new PeriscopePlatform(),
        new GooglePlusPlatform(),
        new StorifyPlatform(),
        new GiphyPlatform(),
        new ImgurPlatform(),
        new FlickrPlatform(),
        new PinterestPlatform(),
        new SnapchatPlatform(),
        new DiscordPlatform(),
        new WhatsAppPlatform(),
        new NiconicoPlatform(),
        new NaverPlatform(),
        new KakaoPlatform(),
        new LinePlatform(),
    ];

    /// <summary>What is embedded like a post and is none: cards of articles, code, and what other sites show by oEmbed. Asked only when the caller wants them.</summary>
    public static ImmutableArray<Platform> Cards { get; } =
    [
        new WordPressPlatform(),
        new MediumPlatform(),
        new GitHubGistPlatform(),
        new OEmbedProviders(),
    ];

    public ImmutableArray<Platform> All { get; }

    public Platform? Find(string id) => _byId.GetValueOrDefault(id);

    public string NameOf(string id) => Find(id)?.Name ?? id;

    /// <summary>The platform that tools call by this name, in whatever case; null when none is called so.</summary>
    public Platform? Called(ReadOnlySpan<char> nickname) =>
        _byNickname.TryGet(nickname, out var platforms) ? platforms[0] : null;

    /// <summary>
    /// Whether an address leads to a host that some platform knows, or holds another address that may: a cheap question, asked
    /// before any parsing.
    /// </summary>
    public bool KnowsHostIn(ReadOnlySpan<char> address)
    {
        var host = HostSpan(address);
        return !host.IsEmpty && (Knows(host) || address[1..].Contains("http", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether some platform lives at a host or above it.</summary>
    public bool Knows(ReadOnlySpan<char> host) => !PlatformsOf(host).IsEmpty;

    /// <summary>The post that an address names, whatever wraps it; null when it names none.</summary>
    public PostLink? ReadLink(ReadOnlySpan<char> text) =>
        WebAddress.TryParse(text, out var address) ? ReadLink(address) : null;

    public PostLink? ReadLink(WebAddress address)
    {
        var inner = WrappedAddress.Unwrap(address);
        foreach (var platform in PlatformsOf(inner.Host))
        {
            if (platform.ReadLink(inner) is { } link)
                return ReferenceEquals(inner, address) ? link : link with { Seen = address.Text };
        }

        return null;
    }

    /// <summary>
    /// The post that a frame shows. A link to an unknown host is nobody's; a frame on one is an embed when its path has the
    /// shape of some software's embed page.
    /// </summary>
    public PostLink? ReadFrame(ReadOnlySpan<char> text) =>
        ReadFrame(text, out var failure) is { } link ? link : failure is null ? null : throw new InvalidOperationException(failure.Message, failure);

    /// <summary>As <see cref="ReadFrame(ReadOnlySpan{char})"/>; all platforms are asked, whatever one of them throws.</summary>
    /// <param name="text">The address.</param>
    /// <param name="failure">What the first platform threw that could not say whether it is its post; null when none did.</param>
    public PostLink? ReadFrame(ReadOnlySpan<char> text, out Exception? failure)
    {
        failure = null;
        // Some keep "twitter://ID" for their script.
        if (text.IndexOf("://") is var scheme and > 0 && Called(text[..scheme]) is { } platform && platform.FromId(text[(scheme + 3)..].ToString()) is { } named)
            return named;
        if (!WebAddress.TryParse(text, out var address))
            return null;
        var inner = WrappedAddress.Unwrap(address);
        if (!PlatformsOf(inner.Host).IsEmpty)
            return ReadLink(address);
        foreach (var candidate in All)
        {
            try
            {
                if (candidate.MayOwn(inner) && candidate.ReadLink(inner) is { } link)
                    return ReferenceEquals(inner, address) ? link : link with { Seen = address.Text };
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failure ??= e;
            }
        }

        return null;
    }

    private ImmutableArray<Platform> PlatformsOf(ReadOnlySpan<char> host)
    {
        while (true)
        {
            if (_byDomain.TryGet(host, out var platforms))
                return platforms;
            var dot = host.IndexOf('.');
            if (dot < 0)
                return [];
            host = host[(dot + 1)..];
        }
    }

    private static ReadOnlySpan<char> HostSpan(ReadOnlySpan<char> address)
    {
        var slashes = address.IndexOf("//");
        if (slashes < 0)
            return default;
        var rest = address[(slashes + 2)..];
        var end = rest.IndexOfAny("/?#:");
        return end < 0 ? rest : rest[..end];
    }

    private static WordTable<ImmutableArray<Platform>> Index(
        ImmutableArray<Platform> platforms, Func<Platform, IEnumerable<string>> keys) =>
        new(platforms
            .SelectMany(p => keys(p).Distinct(StringComparer.OrdinalIgnoreCase).Select(k => (Key: k, Platform: p)))
            .GroupBy(x => x.Key, x => x.Platform, StringComparer.OrdinalIgnoreCase)
            .Select(g => KeyValuePair.Create(g.Key, g.ToImmutableArray())));
}
