using Embeds.Platforms.Sources;

namespace Embeds.Capture.Network;

/// <summary>
/// Knows the pages that stand between an anonymous reader and a post: sign-in, consent, a challenge. They come with any status and
/// say nothing of the post, least of all that it is gone.
/// </summary>
internal static class AccessWall
{
    private static readonly string[] Paths = ["/login", "/accounts/login", "/authwall", "/signin", "/sign_in", "/auth/sign_in", "/uas/login", "/checkpoint", "/challenge", "/consent", "/i/flow/login", "/sorry/index"];

    private static readonly string[] Titles = ["Just a moment", "Attention Required!", "Access denied", "Before you continue", "Log in", "Login •", "Sign in", "Sign Up | LinkedIn", "Security check", "Are you a robot", "Please verify"];

    /// <summary>What kind of wall the answer is, in words; null when it is none that is known.</summary>
    public static string? In(SourceAnswer answer)
    {
        if (answer.Address.Host.StartsWith("consent.", StringComparison.OrdinalIgnoreCase))
            return "a consent page";
        var path = answer.Address.AbsolutePath;
        if (Array.Exists(Paths, wall => path.StartsWith(wall, StringComparison.OrdinalIgnoreCase) && (path.Length == wall.Length || path[wall.Length] is '/' or '.')))
            return "a sign-in or consent page";
        if (!MayBePage(answer))
            return null;
        var title = answer.Page.Title?.Trim() ?? "";
        return Array.Exists(Titles, wall => title.StartsWith(wall, StringComparison.OrdinalIgnoreCase)) ? $"a wall (\"{Embeds.Quotes.VerbatimText.Shorten(title, 80)}\")" : null;
    }

    private static bool MayBePage(SourceAnswer answer) => answer.Text.AsSpan().TrimStart().StartsWith("<");
}
