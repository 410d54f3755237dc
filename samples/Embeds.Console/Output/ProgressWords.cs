using System.Globalization;

namespace Embeds.Cli.Output;

/// <summary>What the status line says: how many articles are done, and of a long run how fast it is and how long it will still take.</summary>
/// <param name="total">How many there are; null for a list that is read as it goes.</param>
/// <param name="part">The part of such a list that was handed out, 0 to 1; null where nobody knows its length.</param>
internal sealed class ProgressWords(int? total, Func<double?> part)
{
    private static readonly TimeSpan TooEarly = TimeSpan.FromSeconds(1);

    private readonly long _started = TimeProvider.System.GetTimestamp();

    public string At(int done) => total switch
    {
        1 => "Reading the article (Ctrl-C stops)",
        { } known => string.Create(CultureInfo.InvariantCulture, $"{done} of {known} articles read (Ctrl-C stops)"),
        null => Of(done, TimeProvider.System.GetElapsedTime(_started)),
    };

    private string Of(int done, TimeSpan time)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"{done:N0} articles read, {done / Math.Max(time.TotalSeconds, 0.001):N0} a second");
        if (time > TooEarly && part() is > 0 and var known)
            words += string.Create(CultureInfo.InvariantCulture, $", {known * 100:N0} % of the sources, about {Rounded(time * ((1 - known) / known))} left");
        return words + " (Ctrl-C stops)";
    }

    private static string Rounded(TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):N0} s"),
        { TotalMinutes: < 90 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:N0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:N1} h"),
    };
}
