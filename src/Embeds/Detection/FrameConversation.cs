using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Detection;

/// <summary>
/// A platform's frame shows one post. What its own document shows of the same platform above that post is what the post answers,
/// and no embed of its own.
/// </summary>
internal static class FrameConversation
{
    /// <param name="sightings">All so far; those behind the frame's were found in its document.</param>
    /// <param name="frame">Where the frame's own sighting stands.</param>
    public static void Fold(List<EmbedSighting> sightings, int frame)
    {
        var own = sightings[frame];
        var post = sightings.FindIndex(frame + 1, s => s.Link?.NativeId is { } id && id == own.Link?.NativeId && s.Platform == own.Platform);
        if (post < 0)
            return;
        var parent = sightings.FindLastIndex(post - 1, post - 1 - frame, s => s.Platform == own.Platform);
        if (parent >= 0)
            sightings[post] = sightings[post] with { Facts = sightings[post].Facts with { Thread = ThreadOf(sightings[parent]) } };
        for (var i = sightings.Count - 1; i > frame; i--)
        {
            if (i != post && sightings[i].Platform == own.Platform)
                sightings.RemoveAt(i);
        }
    }

    private static PostThread ThreadOf(EmbedSighting parent) =>
        new() { Parent = new EmbedReading { Link = parent.Link, Facts = parent.Facts, Form = parent.Form }.ToReference() };
}
