namespace Embeds.Capture.Network;

/// <summary>What may be asked about the posts of an article, how often and how fast.</summary>
public sealed class NetworkOptions
{
    /// <summary>How far to go.</summary>
    /// <value>Default <see cref="NetworkDepth.Complete"/>. <c>Read</c> never asks, whatever stands here.</value>
    public NetworkDepth Depth { get; set; } = NetworkDepth.Complete;

    /// <summary>How many requests one article may cause, retries and redirects included.</summary>
    /// <value>Requests, 0 to 1,000,000. Default 500. Past it the remaining posts keep what the article says, and an issue <c>network-budget</c> says so.</value>
    public int MaxRequestsPerArticle { get; set; } = 500;

    /// <summary>How much one article's requests may bring in.</summary>
    /// <value>Bytes after decompression, 1 to 17,179,869,184 (16 GiB). Default 67,108,864 (64 MiB). As with requests.</value>
    public long MaxBytesPerArticle { get; set; } = 64L * 1024 * 1024;

    /// <summary>How long one article's posts may be asked about, waits included.</summary>
    /// <value>10 milliseconds to 24 hours. Default 2 minutes. As with requests.</value>
    public TimeSpan TimePerArticle { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The largest answer about a post that is taken.</summary>
    /// <value>Bytes, 1 to 268,435,456. Default 4,194,304 (4 MiB). A larger one is no answer.</value>
    public int MaxAnswerBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>How many requests run against one host at once.</summary>
    /// <value>1 to 64. Default 2.</value>
    public int RequestsAtOncePerHost { get; set; } = 2;

    /// <summary>How many requests are begun against one host within a second.</summary>
    /// <value>1 to 10,000. Default 2; archives get one every two seconds, which is what they ask for.</value>
    public int RequestsPerSecondPerHost { get; set; } = 2;

    /// <summary>
    /// Other base addresses for platforms, by their id (mirrors, proxies, test servers): a request goes to the base address followed
    /// by its own path and query, with its own host in <c>X-Forwarded-Host</c>. <c>archive</c> stands for the Wayback Machine. These
    /// very hosts may lie in a private network.
    /// </summary>
    /// <value>Default empty. Absolute http or https addresses.</value>
    public IDictionary<string, Uri> Endpoints { get; private set; } = new Dictionary<string, Uri>(StringComparer.Ordinal);

    /// <summary>
    /// Keys of platforms that take one, by their id. None is required. A key is added to the request when it is sent; it is never
    /// logged and never part of a result.
    /// </summary>
    /// <value>Default empty.</value>
    public IDictionary<string, string> Keys { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where answers are kept between runs, as long as they allow.</summary>
    /// <value>A directory, made when it is missing. Default null: nothing is kept.</value>
    public string? CacheDirectory { get; set; }

    /// <summary>Where the pictures of posts are kept, each named by its hash: <c>blobs/ab/&lt;sha256&gt;.png</c>.</summary>
    /// <value>A directory, made when it is missing. Default null: none is fetched.</value>
    public string? MediaDirectory { get; set; }

    /// <summary>
    /// Whether the Wayback Machine is asked to save each post that stands and of which no copy is known. That publishes the post's
    /// address there for good. At most ten posts an article, slowly; what is protected, gone or unreachable never is.
    /// </summary>
    /// <value>Default false. The new copy is among the block's versions; where there is none, an issue that begins with <c>save-</c> says why.</value>
    public bool SaveToArchive { get; set; }

    /// <summary>The largest picture that is kept.</summary>
    /// <value>Bytes, 1 to 1,073,741,824. Default 26,214,400 (25 MiB).</value>
    public int MaxMediaBytes { get; set; } = 25 * 1024 * 1024;

    /// <summary>How many pictures of one article are kept.</summary>
    /// <value>0 to 100,000. Default 200.</value>
    public int MaxMediaPerArticle { get; set; } = 200;

    /// <exception cref="ArgumentException">A value is out of its range; the message names the range.</exception>
    internal NetworkOptions ToValidatedCopy()
    {
        InRange(Depth, NetworkDepth.Offline, NetworkDepth.Archives, nameof(Depth));
        InRange(MaxRequestsPerArticle, 0, 1_000_000, nameof(MaxRequestsPerArticle));
        InRange(MaxBytesPerArticle, 1, 16L * 1024 * 1024 * 1024, nameof(MaxBytesPerArticle));
        InRange(TimePerArticle, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(24), nameof(TimePerArticle));
        InRange(MaxAnswerBytes, 1, 256 * 1024 * 1024, nameof(MaxAnswerBytes));
        InRange(RequestsAtOncePerHost, 1, 64, nameof(RequestsAtOncePerHost));
        InRange(RequestsPerSecondPerHost, 1, 10_000, nameof(RequestsPerSecondPerHost));
        InRange(MaxMediaBytes, 1, 1024 * 1024 * 1024, nameof(MaxMediaBytes));
        InRange(MaxMediaPerArticle, 0, 100_000, nameof(MaxMediaPerArticle));
        foreach (var (platform, endpoint) in Endpoints)
        {
            Require(
                endpoint is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo.Length: 0 },
                nameof(Endpoints),
                $"The endpoint of {platform} must be an absolute http or https address without a user name, such as https://mirror.example/{platform}.");
        }

        var copy = (NetworkOptions)MemberwiseClone();
        copy.Endpoints = new Dictionary<string, Uri>(Endpoints, StringComparer.Ordinal);
        copy.Keys = new Dictionary<string, string>(Keys, StringComparer.Ordinal);
        return copy;
    }

    private static void Require(bool condition, string name, string instead)
    {
        if (!condition)
            throw new ArgumentException(instead, name);
    }

    private static void InRange<T>(T value, T low, T high, string name)
        where T : IComparable
    {
        if (value.CompareTo(low) < 0 || value.CompareTo(high) > 0)
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{nameof(NetworkOptions)}.{name} must be from {low} to {high}."));
    }
}
