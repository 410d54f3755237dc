using System.Globalization;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Capture.Network;

/// <summary>One copy in the Wayback Machine: when it was made, and of which address.</summary>
internal sealed record ArchivedCopy
{
    private const string StampForm = "yyyyMMddHHmmss";

    private ArchivedCopy(string stamp, DateTimeOffset at, string original) => (Stamp, At, Original) = (stamp, at, original);

    /// <summary>The time as the archive writes it: 14 digits.</summary>
    public string Stamp { get; }

    public DateTimeOffset At { get; }

    public string Original { get; }

    /// <summary>Where a person sees it.</summary>
    public string View => $"https://{ArchiveIndex.Host}/web/{Stamp}/{Original}";

    /// <summary>Where its bytes are as they came, links and all.</summary>
    public string Raw => $"https://{ArchiveIndex.Host}/web/{Stamp}id_/{Original}";

    /// <returns>Null where either is not what it should be.</returns>
    public static ArchivedCopy? Of(string? stamp, string? original) =>
        WebAddress.Storable(original) is { } address
        && DateTimeOffset.TryParseExact(stamp, StampForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new ArchivedCopy(stamp!, at, address)
            : null;

    public static string StampOf(DateTimeOffset time) => time.UtcDateTime.ToString(StampForm, CultureInfo.InvariantCulture);

    /// <param name="isVerified">Whether it was opened and shows the post; null when nobody looked.</param>
    public ArchivedVersion ToVersion(bool? isVerified) => new() { Url = View, At = UtcTime.Format(At), Archive = ArchiveIndex.Host, Verified = isVerified };
}
