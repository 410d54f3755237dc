using System.Collections.Frozen;

namespace Embeds.Platforms;

/// <summary>Tells the title of a video or a track from what players and plug-ins write into every <c>title</c> attribute.</summary>
internal static class PlayerTitle
{
    private const int MaxLength = 500;
    // "YouTube video player 2", "Lecteur vidéo intégré": a generic phrase with little beside it is still generic.
    private const int Ornament = 16;

    private static readonly FrozenSet<string> Words = new[]
    {
        "dailymotion", "embed", "embedded content", "iframe", "play", "play video", "player", "soundcloud", "soundcloud widget", "spotify", "twitch", "untitled",
        "video", "video-player", "videoplayer", "vimeo", "vimeo-player", "vine", "youtube", "youtube-video",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Phrases =
    [
        "embed video",
        "embedded video",
        "lecteur vidéo",
        "reproductor de video",
        "reproductor de vídeo",
        "video player",
        "youtube player",
        "youtube video",
    ];

    public static bool IsOfVideo(string? title)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Length > MaxLength || Words.Contains(title.Trim()))
            return false;
        foreach (var phrase in Phrases)
        {
            if (title.Length < phrase.Length + Ornament && title.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    /// <summary>A play button's label says what it does before it says what it plays: <c>Play: A title</c>.</summary>
    public static string WithoutVerb(string label) => label.StartsWith("Play: ", StringComparison.OrdinalIgnoreCase) ? label[6..] : label;
}
