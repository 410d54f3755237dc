using Microsoft.Extensions.DependencyInjection;

namespace Embeds.Capture.Http;

/// <summary>Names the guarded client for <see cref="IHttpClientFactory"/>.</summary>
internal static class GuardedHttpClientRegistration
{
    public const string ClientName = "Embeds";

    /// <summary>Registers <see cref="ClientName"/>.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="options">Finds the limits when the client's handler is made.</param>
    public static IHttpClientBuilder AddGuardedHttpClient(
        this IServiceCollection services,
        Func<IServiceProvider, FetchOptions> options) =>
        services
            .AddHttpClient(ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => GuardedHttpHandler.Create(options(provider)));
}
