using System.Collections.Immutable;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>WhatsApp: posts of channels. A channel without a post's number is a follow link.</summary>
internal sealed class WhatsAppPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "whatsapp";

    /// <inheritdoc/>
    public override string Name => "WhatsApp";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["whatsapp.com"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) =>
        address.Host is "whatsapp.com" or "www.whatsapp.com" && address.Segments is ["channel", var channel, var number] && IsChannel(channel) && IsNumber(number)
            ? new PostLink
            {
                Platform = "whatsapp",
                NativeId = $"{channel}/{number}",
                Permalink = $"https://whatsapp.com/channel/{channel}/{number}",
                Kind = PostKind.Post,
                Seen = address.Text,
            }
            : null;

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>The page speaks of the channel and not of the post.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => [];

    private static bool IsChannel(string text) => text.Length is >= 20 and <= 32 && text.All(char.IsAsciiLetterOrDigit);

    private static bool IsNumber(string text) => text.Length is >= 1 and <= 10 && text.All(char.IsAsciiDigit);
}
