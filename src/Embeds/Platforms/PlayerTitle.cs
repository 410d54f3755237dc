namespace Embeds.Platforms;

/// <summary>Tells a video's title from what players and plug-ins write into every <c>title</c> attribute.</summary>
internal static class PlayerTitle
{
    private static readonly string[] Generic =
    [
        "video player", "youtube-video", "youtube video", "lecteur vidéo", "reproductor de vídeo", "reproductor de video", "video-player", "videoplayer", "embedded video",
        "embed video", "iframe", "vimeo-player", "player", "untitled", "youtube", "vimeo", "video",
    ];

    public static bool IsOfVideo(string? title)
    {
        if (string.IsNullOrWhiteSpace(title) || title.Length > 500)
            return false;
        foreach (var phrase in Generic)
        {
            if (title.Equals(phrase, StringComparison.OrdinalIgnoreCase) || phrase.Contains(' ') && title.Length < phrase.Length + 16 && title.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }
}
