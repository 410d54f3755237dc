using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Meta;

/// <summary>
/// The oEmbed endpoints of Meta's platforms. Since June 2026 they answer without a key, a thousand times an hour; a key
/// (<c>app-id|app-secret</c>) raises that and is never needed.
/// </summary>
internal static class MetaOEmbed
{
    public static PostSource Of(Platform platform, PostLink link, string endpoint, PostFields gives, string? url = null) =>
        OEmbed.Of(platform, link, endpoint, gives, url, answer => Fault(answer, link)) with { KeyParameter = "access_token" };

    /// <summary>
    /// A fault of the Graph API. It tells limits and weakness from a refusal, but seldom what is not there from what is not public
    /// or may not be embedded.
    /// </summary>
    private static SourceReading? Fault(SourceAnswer answer, PostLink link)
    {
        var error = answer.Json.At("error");
        if (!error.Has("message") && !error.Has("code"))
            return null;
        var code = error.Number("code");
        var sentence = FormattableString.Invariant($"Error {code}: {error.Text("error_user_msg") ?? error.Text("message")}");
        if (error.Number("error_subcode") == OwnerForbidsEmbedding)
            return new SourceReading { State = PostState.Live };
        return code switch
        {
            400 => SourceReading.Of(PostState.Protected, sentence),
            // Of a video it may only mean that it is not to be embedded.
            100 when link.Kind == PostKind.Video => SourceReading.Of(PostState.Unknown, sentence),
            100 or 24 => SourceReading.Of(PostState.Gone, sentence),
            901 => SourceReading.Of(PostState.Unknown, sentence),
            _ => SourceReading.Of(PostState.Unreachable, sentence),
        };
    }

    private const long OwnerForbidsEmbedding = 2_207_046;
}
