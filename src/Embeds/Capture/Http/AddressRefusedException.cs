namespace Embeds.Capture.Http;

/// <summary>
/// Thrown while connecting, when a name leads to no address that may be asked. <see cref="HttpClient"/> wraps it in an
/// <see cref="HttpRequestException"/>; <see cref="HttpExchange"/> makes it a result.
/// </summary>
internal sealed class AddressRefusedException() : Exception("The host has no address that may be asked.");
