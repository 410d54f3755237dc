using System.Diagnostics.Metrics;
using Embeds.Capture.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Embeds;

/// <summary>Registers Embeds in a host.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="EmbedArchiver"/> as a singleton, its options, and its guarded client under the name <c>Embeds</c>
    /// with <see cref="IHttpClientFactory"/>. A <see cref="TimeProvider"/>, an <see cref="IMeterFactory"/> and loggers are taken from the host where it has them.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Changes the defaults; null changes nothing.</param>
    /// <returns>The same services, for chaining.</returns>
    public static IServiceCollection AddEmbeds(this IServiceCollection services, Action<EmbedArchiverOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<EmbedArchiverOptions>();
        if (configure is not null)
            options.Configure(configure);
        services.AddGuardedHttpClient(provider => provider.GetRequiredService<IOptions<EmbedArchiverOptions>>().Value.ToValidatedCopy().Http);
        services.TryAddSingleton(provider => new EmbedArchiver(
            provider.GetRequiredService<IOptions<EmbedArchiverOptions>>().Value,
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(GuardedHttpClientRegistration.ClientName),
            provider.GetService<TimeProvider>(),
            provider.GetService<ILogger<EmbedArchiver>>(),
            provider.GetService<IMeterFactory>()));
        return services;
    }
}
