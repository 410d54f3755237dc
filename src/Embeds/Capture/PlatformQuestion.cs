using Embeds.Platforms;

namespace Embeds.Capture;

/// <summary>A platform is a plug-in: what it throws costs the fact that it was asked for and no other.</summary>
internal static class PlatformQuestion
{
    public static T? Ask<T>(Func<T?> question, PostLink? link, ICollection<CaptureIssue> issues)
        where T : class
    {
        try
        {
            return question();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            issues.Add(new CaptureIssue { Code = "reader-failed", Url = link?.Permalink, Message = $"A fact could not be read: {e.Message}" });
            return null;
        }
    }
}
