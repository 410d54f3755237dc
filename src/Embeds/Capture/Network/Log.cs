using Microsoft.Extensions.Logging;

namespace Embeds.Capture.Network;

/// <summary>Every message of this folder.</summary>
internal static partial class Log
{
    [LoggerMessage(11, LogLevel.Warning, "The network failed for all {Posts} posts of an article")]
    public static partial void Down(ILogger logger, int posts);
}
