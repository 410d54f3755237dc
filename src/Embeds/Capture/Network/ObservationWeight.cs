using Embeds.Quotes;

namespace Embeds.Capture.Network;

/// <summary>
/// How much one look counts against others of the same post: an API's word over a page's, a page's over oEmbed's (which may refuse
/// to embed what stands), any word over "not found", and that over no answer at all.
/// </summary>
internal static class ObservationWeight
{
    public const int Final = 90;
    public const int Decided = 70;

    public static int Of(Observation look) => look switch
    {
        { State: PostState.Unknown } => 0,
        { State: PostState.Unreachable } => 10,
        { State: PostState.Gone, Method: ObservationMethod.Api } => 40,
        { State: PostState.Gone } => 30,
        { Method: ObservationMethod.Api } => Final,
        { Method: ObservationMethod.Http } => 80,
        _ => Decided,
    };
}
