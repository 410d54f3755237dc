using System.Collections.Frozen;
using System.Globalization;

namespace Embeds.Capture.Http;

/// <summary>How pages are fetched: who we say we are, how long we wait, how much we take, where we go.</summary>
public sealed class FetchOptions
{
    private static readonly TimeSpan LongestTime = TimeSpan.FromHours(24);

    /// <summary>The <c>User-Agent</c> header, the same for every request. Say who you are and how to reach you.</summary>
    /// <value>Default <c>Embeds/</c> and this library's version. Product names and comments in the form of RFC 9110, section 10.1.5.</value>
    public string UserAgent { get; set; } = $"Embeds/{typeof(FetchOptions).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>The time one request may take, from connecting to the last byte of the body.</summary>
    /// <value>Default 15 seconds; from 10 milliseconds to 24 hours. A request that takes longer is tried again.</value>
    public TimeSpan TimeoutPerTry { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The time one page may take in all: tries, waits and redirects together.</summary>
    /// <value>Default 60 seconds; from <see cref="TimeoutPerTry"/> to 24 hours. After it the fetch has failed.</value>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How often a request is repeated after a fault that may pass: no connection, an answer that breaks off or comes too late,
    /// or one of the statuses 408, 429 and 5xx (501 and 505 excepted).
    /// </summary>
    /// <value>Default 3; from 0 to 10. Each hop of a chain of redirects has its own count.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The wait before the first repetition, about; it doubles with each further one, and varies by chance.</summary>
    /// <value>Default 0.5 seconds; from 0 to 60 seconds. A server's <c>Retry-After</c> is followed instead where there is one.</value>
    public TimeSpan RetryBaseDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest wait that a server's <c>Retry-After</c> may ask for.</summary>
    /// <value>Default 30 seconds; from 0 to 24 hours. A server that asks for more is not asked again.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many redirects are followed.</summary>
    /// <value>Default 10; from 0 to 50. One more, and the fetch has failed.</value>
    public int MaxRedirects { get; set; } = 10;

    /// <summary>The largest body that is taken.</summary>
    /// <value>Default 16,777,216 bytes (16 MiB), counted after decompression; from 1 byte to 1,073,741,824 bytes (1 GiB). A larger body is refused, never cut.</value>
    public int MaxBodyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// Whether URLs may lead to this machine, to private networks, to names without a meaning on the public internet,
    /// and to other ports than 80 and 443.
    /// </summary>
    /// <value>
    /// Default false. Leave it so wherever the URLs, or the pages they lead to, are not your own. Link-local addresses and the
    /// metadata services of clouds stay closed either way.
    /// </value>
    public bool AllowPrivateNetwork { get; set; }

    /// <summary>Hosts with their ports that may be asked wherever they lie: the endpoints that the user named.</summary>
    internal IReadOnlySet<string> Trusted { get; set; } = FrozenSet<string>.Empty;

    internal bool IsOpen(string host, int port) =>
        AllowPrivateNetwork || Trusted.Count > 0 && Trusted.Contains(string.Create(CultureInfo.InvariantCulture, $"{host}:{port}"));

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">The user agent is no valid header, or the total time is shorter than that of one try.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value lies outside its range.</exception>
    internal void Validate()
    {
        using var request = new HttpRequestMessage();
        Require(request.Headers.UserAgent.TryParseAdd(UserAgent), nameof(UserAgent), "Write UserAgent like \"example-newsroom/1.0 (+https://news.example/bot)\".");
        RequireRange(TimeoutPerTry, TimeSpan.FromMilliseconds(10), LongestTime, nameof(TimeoutPerTry));
        RequireRange(TotalTimeout, TimeSpan.FromMilliseconds(10), LongestTime, nameof(TotalTimeout));
        RequireRange(MaxRetries, 0, 10, nameof(MaxRetries));
        RequireRange(RetryBaseDelay, TimeSpan.Zero, TimeSpan.FromSeconds(60), nameof(RetryBaseDelay));
        RequireRange(MaxRetryAfter, TimeSpan.Zero, LongestTime, nameof(MaxRetryAfter));
        RequireRange(MaxRedirects, 0, 50, nameof(MaxRedirects));
        RequireRange(MaxBodyBytes, 1, 1024 * 1024 * 1024, nameof(MaxBodyBytes));
        Require(TotalTimeout >= TimeoutPerTry, nameof(TotalTimeout), "Make TotalTimeout at least as long as TimeoutPerTry.");
    }

    /// <summary>The values as they are now, checked: later changes do not reach a running fetcher.</summary>
    internal FetchOptions ToValidatedCopy()
    {
        Validate();
        return (FetchOptions)MemberwiseClone();
    }

    private static void Require(bool condition, string name, string instead)
    {
        if (!condition) throw new ArgumentException(instead, name);
    }

    private static void RequireRange<T>(T value, T least, T most, string name)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            throw new ArgumentOutOfRangeException(name, value, $"Set {name} to a value from {least} to {most}.");
    }
}
