using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Kakao TV: clips. A live link shows something else tomorrow, so it is no post.</summary>
internal sealed class KakaoPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "kakao";

    /// <inheritdoc/>
    public override string Name => "Kakao TV";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["tv.kakao.com", "play-tv.kakao.com"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>The player's address does not name the channel, so the permalink is the one that does without.</remarks>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["channel", _, "cliplink", var id] => Clip(address, id),
        ["embed", "player", "cliplink", var id] => Clip(address, id),
        ["v", var id] => Clip(address, id),
        _ => null,
    };

    private static PostLink? Clip(WebAddress address, string id)
    {
        // "@my" behind the id is part of it: such a clip is not in the catalogue of numbers.
        var bare = id.EndsWith("@my", StringComparison.Ordinal) ? id[..^3] : id;
        var isId = bare.Length is >= 5 and <= 40 && bare.All(bare.Length == id.Length ? char.IsAsciiDigit : char.IsAsciiLetterOrDigit);
        return isId
            ? new PostLink { Platform = "kakao", NativeId = id, Permalink = "https://tv.kakao.com/v/" + id, Kind = PostKind.Video, Seen = address.Text }
            : null;
    }

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostFacts? ReadFrame(IElement element, PostLink link) => PlayerFacts.Read(this, link, element, "kakao.frame");
}
