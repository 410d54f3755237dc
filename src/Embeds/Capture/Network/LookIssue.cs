using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Capture.Network;

/// <summary>Makes an issue of a look that did not find the post: <c>oembed-404</c>, <c>api-timeout</c>, <c>page-not-the-post</c>.</summary>
internal static class LookIssue
{
    public static CaptureIssue Of(PostSource source, SourceReading reading, string code, string? sentence)
    {
        var kind = source.Method switch
        {
            ObservationMethod.Oembed => "oembed",
            ObservationMethod.Api => "api",
            _ => "page",
        };
        return new CaptureIssue
        {
            Code = $"{kind}-{CodeOf(reading.State, code)}",
            Url = source.Url,
            Message = sentence ?? $"{What(reading.State)} ({source.Rule}): {reading.Evidence?.TrimEnd('.')}.",
        };
    }

    private static string CodeOf(PostState state, string code)
    {
        const string http = "http-";
        if (code == "http-200")
            return state == PostState.Unreachable ? "not-the-post" : state.ToString().ToLowerInvariant();
        return code.StartsWith(http, StringComparison.Ordinal) ? code[http.Length..] : code;
    }

    private static string What(PostState state) => state switch
    {
        PostState.Deleted => "The post was deleted",
        PostState.Protected => "The post is only for its author's followers",
        PostState.Suspended => "The author's account is suspended",
        PostState.Withheld => "The post is withheld",
        PostState.Gone => "The post was not found",
        PostState.Unreachable => "The post could not be asked about",
        _ => "The answer says nothing of the post",
    };
}
