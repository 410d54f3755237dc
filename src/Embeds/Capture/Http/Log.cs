using Microsoft.Extensions.Logging;

namespace Embeds.Capture.Http;

/// <summary>Every message of this folder.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "Fetched {Bytes} bytes from {Host}{Path}")]
    public static partial void Fetched(ILogger logger, string host, string path, int bytes);

    [LoggerMessage(2, LogLevel.Information, "{Host}{Path} failed for the moment ({Code}); asking again in {Delay}")]
    public static partial void Retrying(ILogger logger, string host, string path, string code, TimeSpan delay);

    [LoggerMessage(3, LogLevel.Warning, "Nothing fetched from {Host}{Path}: {Code}")]
    public static partial void Failed(ILogger logger, string host, string path, string code);
}
