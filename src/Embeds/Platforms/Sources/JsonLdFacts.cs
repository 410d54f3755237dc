using System.Xml;

namespace Embeds.Platforms.Sources;

/// <summary>The parts of schema.org's description of a post that need more than a look.</summary>
internal static class JsonLdFacts
{
    private const int LongestDuration = 32;

    /// <summary>A length in ISO 8601, such as <c>PT1M30S</c>, in milliseconds; null for anything else.</summary>
    public static long? Milliseconds(string? duration)
    {
        if (duration is not { Length: <= LongestDuration } || !duration.StartsWith('P') || duration.Contains('Y') || duration.Contains('W'))
            return null;
        try
        {
            return XmlConvert.ToTimeSpan(duration) is { Ticks: > 0 } length ? (long)length.TotalMilliseconds : null;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }
}
