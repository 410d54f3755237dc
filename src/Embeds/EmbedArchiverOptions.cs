using System.Collections.Frozen;
using System.Globalization;
using Embeds.Capture;
using Embeds.Capture.Http;
using Embeds.Capture.Network;
using Embeds.Platforms;

namespace Embeds;

/// <summary>
/// Every limit and switch of an <see cref="EmbedArchiver"/>. A new instance holds the defaults; the archiver checks and copies
/// it when it is made, so a later change has no effect.
/// </summary>
public sealed class EmbedArchiverOptions
{
    /// <summary>The largest article that is read.</summary>
    /// <value>Bytes, 1 to 268,435,456 (256 MiB). Default 16,777,216 (16 MiB). A larger one is refused as <c>too-large</c>.</value>
    public int MaxArticleBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>How long one article may take, from its bytes to its sealed blocks; waiting for the network is not in it.</summary>
    /// <value>Above zero, at most 10 minutes. Default 2 seconds. Past it the article is refused as <c>parse-deadline</c> or
    /// <c>deadline</c>; where only the search for lost quotes took too long, the issue <c>recovery-deadline</c> says so.</value>
    public TimeSpan ParseDeadline { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>After how many embeds of one article no more are looked for.</summary>
    /// <value>Embeds, 1 to 1,000,000. Default 10,000. Passing it is an issue <c>too-many-embeds</c> in the result.</value>
    public int MaxEmbeds { get; set; } = 10_000;

    /// <summary>How deep markup that hides in an attribute, a script or a text area may hide more of its kind.</summary>
    /// <value>Levels, 0 to 8. Default 3. Each level costs a parse; what lies deeper is not read.</value>
    public int MaxHiddenDepth { get; set; } = 3;

    /// <summary>Whether quotes that lost their embed are looked for in the text.</summary>
    /// <value>Default true.</value>
    public bool Recover { get; set; } = true;

    /// <summary>Recovered quotes that are less sure are left out.</summary>
    /// <value>Percent, 0 to 100. Default 50.</value>
    public int MinConfidence { get; set; } = 50;

    /// <summary>Whether posts outside the article (sidebars, footers, readers' comments) are reported too.</summary>
    /// <value>Default false.</value>
    public bool Everywhere { get; set; }

    /// <summary>
    /// Whether what is embedded like a post but quotes nobody is reported too: cards of other articles (WordPress, Medium),
    /// code (GitHub Gist), and what other sites show by oEmbed (talks, charts, podcasts).
    /// </summary>
    /// <value>Default false.</value>
    public bool IncludeCards { get; set; }

    /// <summary>How many articles are read at once by <c>ArchiveManyAsync</c>.</summary>
    /// <value>1 to 1,024. Default: the number of processors.</value>
    public int Parallelism { get; set; } = Environment.ProcessorCount;

    /// <summary>Platforms of your own, asked before the library's. One with the id of a built-in platform replaces it.</summary>
    /// <value>Default empty.</value>
    public IList<Platform> Platforms { get; private set; } = [];

    /// <summary>Limits of fetching.</summary>
    /// <value>Default: see <see cref="FetchOptions"/>.</value>
    public FetchOptions Http { get; set; } = new();

    /// <summary>What may be asked about the posts themselves.</summary>
    /// <value>Default: see <see cref="NetworkOptions"/>.</value>
    public NetworkOptions Network { get; set; } = new();

    /// <exception cref="ArgumentException">A value is out of its range; the message names the range.</exception>
    internal EmbedArchiverOptions ToValidatedCopy()
    {
        Validate();
        var copy = (EmbedArchiverOptions)MemberwiseClone();
        copy.Platforms = [.. Platforms];
        copy.Network = Network.ToValidatedCopy();
        copy.Http = Http.ToValidatedCopy();
        copy.Http.Trusted = copy.Network.Endpoints.Values.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.IdnHost}:{e.Port}")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        return copy;
    }

    internal CaptureLimits ToCaptureLimits() => new()
    {
        MaxArticleBytes = MaxArticleBytes,
        ParseDeadline = ParseDeadline,
        MaxEmbeds = MaxEmbeds,
        MaxHiddenDepth = MaxHiddenDepth,
        Recover = Recover,
        MinConfidence = MinConfidence,
        Everywhere = Everywhere,
    };

    private void Validate()
    {
        InRange(MaxArticleBytes, 1, 256 * 1024 * 1024, nameof(MaxArticleBytes));
        InRange(ParseDeadline, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(10), nameof(ParseDeadline));
        InRange(MaxEmbeds, 1, 1_000_000, nameof(MaxEmbeds));
        InRange(MaxHiddenDepth, 0, 8, nameof(MaxHiddenDepth));
        InRange(MinConfidence, 0, 100, nameof(MinConfidence));
        InRange(Parallelism, 1, 1024, nameof(Parallelism));
    }

    private static void InRange<T>(T value, T low, T high, string name)
        where T : IComparable<T>
    {
        if (value.CompareTo(low) < 0 || value.CompareTo(high) > 0)
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{nameof(EmbedArchiverOptions)}.{name} must be from {low} to {high}."));
    }
}
