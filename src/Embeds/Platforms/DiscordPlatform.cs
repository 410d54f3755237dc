using System.Collections.Immutable;
using System.Globalization;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Discord: messages, which only members of their server can open.</summary>
internal sealed class DiscordPlatform : Platform
{
    private const long SnowflakeEpochMs = 1_420_070_400_000;

    /// <inheritdoc/>
    public override string Id => "discord";

    /// <inheritdoc/>
    public override string Name => "Discord";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["discord.com", "discordapp.com"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) =>
        address.Segments is ["channels", var server, var channel, var message] && (server == "@me" || IsNumber(server)) && IsNumber(channel) && IsNumber(message)
            ? new PostLink
            {
                Platform = "discord",
                NativeId = message,
                Permalink = $"https://discord.com/channels/{server}/{channel}/{message}",
                Kind = PostKind.Post,
                Seen = address.Text,
            }
            : null;

    private static bool IsNumber(string text) => text.Length is >= 15 and <= 20 && text.All(char.IsAsciiDigit);

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Nothing of a message is shown to who is no member: its page is the same for all.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => [];

    // ---- Time ------------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Unix milliseconds = (id &gt;&gt; 22) + 1420070400000, as Discord's documentation of its API has it.</remarks>
    public override Published? TimeOf(PostLink link) =>
        ulong.TryParse(link.NativeId, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? PublishedTime.FromUnixMilliseconds((long)(id >> 22) + SnowflakeEpochMs, DatePrecision.Millisecond)
            : null;
}
