namespace Embeds.Platforms.Sources;

/// <summary>Reads the handle out of the profile's address that an answer gives beside a name.</summary>
internal static class ProfileAddress
{
    /// <summary>The handle from which the platform makes this very address; null when it makes another one, or none.</summary>
    public static string? HandleIn(Platform platform, string? url)
    {
        if (!WebAddress.TryParse(url, out var address) || !platform.Owns(address) || address.Segments is not [.., var last])
            return null;
        // What has a sign of another kind inside is an account's number: 12037949632@N01.
        return AnswerFacts.Handle(last) is { } handle && !handle.Contains('@')
            && WebAddress.TryParse(platform.ProfileOf(handle), out var profile) && profile.Segments.SequenceEqual(address.Segments, StringComparer.Ordinal)
            ? handle
            : null;
    }
}
