using System.Net;
using System.Net.Sockets;
using Embeds.Capture.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Embeds.Tests.Capture.Http;

public sealed class GuardedHttpHandlerTests
{
    [Fact]
    public async Task Private_address_is_refused_before_any_connection()
    {
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        FetchFailure failure = await Fetching.FailAsync(server.Url, options => options.AllowPrivateNetwork = false);

        Assert.Equal("refused-address", failure.Code);
        Assert.Equal(FetchFailureKind.Refused, failure.Kind);
        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("10.0.0.1", "169.254.169.254")]
    public async Task Public_name_with_only_private_addresses_is_refused(params string[] addresses)
    {
        using var client = new HttpClient(GuardedHttpHandler.Create(new FetchOptions(), Answering(addresses)));

        FetchOutcome outcome = await Fetching.FetchAsync(client, new Uri("http://rebind.example/"), new FetchOptions());

        var failure = Assert.IsType<FetchFailure>(outcome);
        Assert.Equal("refused-address", failure.Code);
        Assert.Equal(FetchFailureKind.Refused, failure.Kind);
    }

    [Fact]
    public async Task Handler_itself_never_connects_to_a_private_address()
    {
        // Without the fetcher's look at the URL, so that only the connection is left to guard.
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var client = new HttpClient(GuardedHttpHandler.Create(new FetchOptions(), Answering("127.0.0.1")));

        foreach (string host in (string[])["rebind.example", "127.0.0.1", "[::ffff:127.0.0.1]"])
        {
            HttpRequestException e = await Assert.ThrowsAsync<HttpRequestException>(
                () => client.GetAsync(new Uri($"http://{host}:{server.Port}/"), TestContext.Current.CancellationToken));
            Assert.IsType<AddressRefusedException>(e.InnerException);
        }

        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task None_of_the_spellings_leads_to_a_connection()
    {
        // Every name leads here (as a rebinding resolver would have it), and every address is asked for at the port of a server that listens.
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var client = new HttpClient(GuardedHttpHandler.Create(new FetchOptions(), Answering("127.0.0.1")));
        string[] spellings = [.. RefusedSpellings.All];
        Assert.InRange(spellings.Length, 60, int.MaxValue);

        foreach (string spelling in spellings)
        {
            FetchOutcome fetched = await Fetching.FetchAsync(client, new Uri(spelling), new FetchOptions());
            Assert.Equal("refused-address", Assert.IsType<FetchFailure>(fetched).Code);

            // Without the look at the spelling only the connection is left to guard.
            Uri there = new(spelling.Insert(spelling.IndexOf('/', "http://".Length), $":{server.Port}"));
            HttpRequestException e = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(there, TestContext.Current.CancellationToken));
            Assert.True(e.InnerException is AddressRefusedException, $"{there}: {e.InnerException ?? e}");
        }

        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Name_that_leads_to_a_metadata_service_is_refused_though_private_networks_are_allowed()
    {
        using var client = new HttpClient(GuardedHttpHandler.Create(Fetching.LoopbackOptions, Answering("169.254.169.254")));

        FetchOutcome outcome = await Fetching.FetchAsync(client, new Uri("http://news.example/"), Fetching.LoopbackOptions);

        Assert.Equal("refused-address", Assert.IsType<FetchFailure>(outcome).Code);
    }

    [Fact]
    public async Task Name_is_resolved_once_and_its_answer_connected_to()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("text/html", "<p>Hello</p>");
        int lookups = 0;
        using var client = new HttpClient(GuardedHttpHandler.Create(Fetching.LoopbackOptions, (host, _) =>
        {
            Assert.Equal("news.example", host);
            lookups++;
            return Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
        }));

        FetchOutcome outcome = await Fetching.FetchAsync(client, new Uri($"http://news.example:{server.Url().Port}/"), Fetching.LoopbackOptions);

        Assert.Equal("news.example", Assert.IsType<FetchedResource>(outcome).FinalUri.Host);
        Assert.Equal(1, lookups);
    }

    [Fact]
    public async Task Unreachable_first_address_leaves_the_next_one()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("text/html", "<p>Hello</p>");
        using var client = new HttpClient(GuardedHttpHandler.Create(Fetching.LoopbackOptions, Answering("::1", "127.0.0.1")));

        FetchOutcome outcome = await Fetching.FetchAsync(client, new Uri($"http://news.example:{server.Url().Port}/"), Fetching.LoopbackOptions);

        Assert.IsType<FetchedResource>(outcome);
    }

    [Theory]
    [InlineData(SocketError.HostNotFound, 1)]
    [InlineData(SocketError.TryAgain, 3)]
    public async Task Unknown_name_is_asked_again_only_where_the_resolver_was_at_fault(SocketError error, int lookups)
    {
        int asked = 0;
        FetchOptions options = Fetching.LoopbackOptions;
        options.MaxRetries = 2;
        using var client = new HttpClient(GuardedHttpHandler.Create(options, (_, _) =>
        {
            asked++;
            throw new SocketException((int)error);
        }));

        FetchOutcome outcome = await Fetching.FetchAsync(client, new Uri("http://gone.example/"), options);

        var failure = Assert.IsType<FetchFailure>(outcome);
        Assert.Equal("dns", failure.Code);
        Assert.Equal(FetchFailureKind.Network, failure.Kind);
        Assert.Equal(lookups, asked);
    }

    [Fact]
    public void Handler_follows_nothing_and_remembers_nothing()
    {
        using SocketsHttpHandler handler = GuardedHttpHandler.Create(new FetchOptions());

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.False(handler.UseProxy);
        Assert.Null(handler.Credentials);
        Assert.Null(handler.ActivityHeadersPropagator);
    }

    [Fact]
    public async Task Registered_client_is_guarded()
    {
        var services = new ServiceCollection();
        services.AddGuardedHttpClient(_ => new FetchOptions());
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpClient client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(GuardedHttpClientRegistration.ClientName);
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        HttpRequestException e = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(server.Url, TestContext.Current.CancellationToken));

        Assert.IsType<AddressRefusedException>(e.InnerException);
        Assert.Equal(0, server.Connections);
    }

    private static Func<string, CancellationToken, Task<IPAddress[]>> Answering(params string[] addresses) =>
        (_, _) => Task.FromResult(Array.ConvertAll(addresses, IPAddress.Parse));
}
