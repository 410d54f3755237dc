using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Embeds.Capture.Network;
using Embeds.Quotes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Embeds.Tests;

/// <summary>What <c>AddEmbeds()</c> wires, and that a host can put something else in the place of each part.</summary>
public sealed class ServiceCollectionExtensionsTests
{
    private const string Post = "<p><a href=\"https://x.com/ada_example/status/1465000000000000123\">https://x.com/ada_example/status/1465000000000000123</a></p>";

    [Fact]
    public async Task Requests_go_through_the_named_client_whose_handler_a_host_can_replace()
    {
        var handler = new AnsweringHandler();
        await using var services = Services(handler).BuildServiceProvider();

        await ReadAsync(services);

        Assert.Equal(["publish.twitter.com", "cdn.syndication.twimg.com"], handler.Asked.Select(url => url.Host));
    }

    [Fact]
    public async Task Host_can_put_a_handler_of_its_own_before_the_library_s()
    {
        var seen = new ConcurrentQueue<string>();
        var registered = Services(new AnsweringHandler());
        registered.AddHttpClient("Embeds").AddHttpMessageHandler(() => new WatchingHandler(seen));
        await using var services = registered.BuildServiceProvider();

        await ReadAsync(services);

        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public async Task Host_can_replace_the_client_factory()
    {
        var handler = new AnsweringHandler();
        var registered = new ServiceCollection().AddEmbeds();
        registered.AddSingleton<IHttpClientFactory>(new OwnFactory(handler));
        await using var services = registered.BuildServiceProvider();

        await ReadAsync(services);

        Assert.Equal(2, handler.Asked.Count);
    }

    [Fact]
    public async Task Options_of_the_host_count()
    {
        var handler = new AnsweringHandler();
        var registered = Services(handler);
        registered.Configure<EmbedArchiverOptions>(options => options.Network.Depth = NetworkDepth.Confirm);
        registered.PostConfigure<EmbedArchiverOptions>(options => options.Http.UserAgent = "newsroom/1.0");
        await using var services = registered.BuildServiceProvider();

        await ReadAsync(services);

        Assert.Equal("newsroom/1.0", Assert.Single(handler.Agents));
    }

    [Fact]
    public async Task Clock_of_the_host_dates_the_blocks()
    {
        var registered = Services(new AnsweringHandler());
        registered.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2031, 5, 4, 3, 2, 1, TimeSpan.Zero)));
        await using var services = registered.BuildServiceProvider();

        Assert.Equal("2031-05-04T03:02:01Z", (await ReadAsync(services)).CapturedAt);
    }

    [Fact]
    public async Task Logs_go_to_the_host_s_loggers_without_query_strings()
    {
        var log = new CollectingLoggers();
        var registered = Services(new AnsweringHandler { IsDown = true });
        registered.AddLogging(logging => logging.AddProvider(log));
        await using var services = registered.BuildServiceProvider();

        await ReadAsync(services);

        var own = log.Lines.Where(line => line.Category == typeof(EmbedArchiver).FullName).ToList();
        Assert.Contains(own, line => line.Message.Contains("failed for all 1 posts", StringComparison.Ordinal));
        Assert.DoesNotContain(own, line => line.Message.Contains('?', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_come_from_the_host_s_meter_factory()
    {
        await using var services = Services(new AnsweringHandler()).BuildServiceProvider();
        await using var others = Services(new AnsweringHandler()).BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        var counted = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == "Embeds" && ReferenceEquals(instrument.Meter.Scope, factory))
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counted.AddOrUpdate($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(t => t.Value))}", value, (_, sum) => sum + value));
        listener.SetMeasurementEventCallback<double>((instrument, _, _, _) => counted.AddOrUpdate(instrument.Name, 1, (_, sum) => sum + 1));
        listener.Start();

        await ReadAsync(services);
        await ReadAsync(others);

        Assert.Equal(
            new Dictionary<string, double> { ["embeds.posts.looked_at x Live"] = 1, ["embeds.sources.asked x.oembed 200"] = 1, ["embeds.sources.asked x.syndication 200"] = 1, ["embeds.sources.duration"] = 2 },
            counted.ToDictionary());
    }

    [Fact]
    public async Task Activities_show_each_source_that_is_asked_within_the_article_s_look()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var root = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Embeds",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => options.Parent.TraceId == root.TraceId ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == root.TraceId)
                    ended.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var services = Services(new AnsweringHandler()).BuildServiceProvider();

        await ReadAsync(services);

        var look = Assert.Single(ended, activity => activity.OperationName == "embeds.look");
        var asks = ended.Where(activity => activity.OperationName == "embeds.ask").ToList();
        Assert.Equal(["x.oembed", "x.syndication"], asks.Select(ask => ask.GetTagItem("embeds.rule")));
        Assert.All(asks, ask => Assert.Equal((look.SpanId, "200"), (ask.ParentSpanId, ask.GetTagItem("embeds.outcome"))));
    }

    [Fact]
    public async Task Archiver_of_the_host_stays()
    {
        using var own = new EmbedArchiver();
        var registered = new ServiceCollection().AddSingleton(own).AddEmbeds();
        await using var services = registered.BuildServiceProvider();

        Assert.Same(own, services.GetRequiredService<EmbedArchiver>());
    }

    [Fact]
    public async Task Archiver_is_one_for_all_who_ask()
    {
        await using var services = new ServiceCollection().AddEmbeds().AddEmbeds().BuildServiceProvider();

        Assert.Same(services.GetRequiredService<EmbedArchiver>(), Assert.Single(services.GetServices<EmbedArchiver>()));
    }

    private static IServiceCollection Services(AnsweringHandler handler)
    {
        var services = new ServiceCollection().AddEmbeds(options =>
        {
            options.Http.MaxRetries = 0;
            options.Network.RequestsPerSecondPerHost = 10_000;
        });
        services.AddHttpClient("Embeds").ConfigurePrimaryHttpMessageHandler(() => handler);
        return services;
    }

    private static async Task<QuoteBlock> ReadAsync(IServiceProvider services) =>
        Assert.Single((await services.GetRequiredService<EmbedArchiver>().ReadAsync(Post, cancellationToken: TestContext.Current.CancellationToken)).Blocks);

    private sealed class AnsweringHandler : HttpMessageHandler
    {
        private const string Record = """{"__typename":"Tweet","id_str":"1465000000000000123","text":"Lit again","created_at":"2021-11-28T16:49:53.000Z","user":{"id_str":"1","name":"Ada Example","screen_name":"ada_example"}}""";

        public ConcurrentQueue<Uri> Asked { get; } = new();

        public ConcurrentQueue<string> Agents { get; } = new();

        public bool IsDown { get; init; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (IsDown)
                throw new HttpRequestException(HttpRequestError.ConnectionError, "down");
            Asked.Enqueue(request.RequestUri!);
            Agents.Enqueue(request.Headers.UserAgent.ToString());
            var isRecord = request.RequestUri!.AbsolutePath.StartsWith("/tweet-result", StringComparison.Ordinal);
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(isRecord ? Record : """{"type":"rich","version":"1.0","author_name":"Ada Example","html":""}""") });
        }
    }

    private sealed class WatchingHandler(ConcurrentQueue<string> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Enqueue(request.RequestUri!.Host);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class OwnFactory(HttpMessageHandler handler) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(handler, disposeHandler: false);
    }

    private sealed class CollectingLoggers : ILoggerProvider
    {
        public ConcurrentQueue<(string Category, string Message)> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, Lines);

        public void Dispose()
        {
            // Nothing is held.
        }

        private sealed class Logger(string category, ConcurrentQueue<(string Category, string Message)> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue((category, formatter(state, exception)));
        }
    }
}
