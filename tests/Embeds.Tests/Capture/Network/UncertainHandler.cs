using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;

namespace Embeds.Tests.Capture.Network;

/// <summary>Answers as a platform would, and fails in a share of all requests in one of many ways, by a seed: the same request fails in the same way.</summary>
internal sealed class UncertainHandler(int failPercent, int seed) : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, int> _atOnce = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _most = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _tries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<TimeSpan>> _begun = new(StringComparer.Ordinal);
    private readonly long _made = Stopwatch.GetTimestamp();
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    public IReadOnlyDictionary<string, int> MostAtOnce => _most;

    /// <summary>How long after the handler was made each request to a host began.</summary>
    public IReadOnlyDictionary<string, ConcurrentQueue<TimeSpan>> Begun => _begun;

    public IReadOnlyCollection<string> Asked => [.. _tries.Keys];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        Interlocked.Increment(ref _requests);
        _begun.GetOrAdd(url.Host, _ => new ConcurrentQueue<TimeSpan>()).Enqueue(Stopwatch.GetElapsedTime(_made));
        var now = _atOnce.AddOrUpdate(url.Host, 1, (_, n) => n + 1);
        _most.AddOrUpdate(url.Host, now, (_, most) => Math.Max(most, now));
        try
        {
            await Task.Yield();
            var number = _tries.AddOrUpdate(url.AbsoluteUri, 1, (_, n) => n + 1);
            var chance = new Random(unchecked(seed + number + Stable(url.AbsoluteUri)));
            return chance.Next(100) < failPercent ? await FailAsync(chance.Next(40), cancellationToken) : Answer(HttpStatusCode.OK, Record(url));
        }
        finally
        {
            _atOnce.AddOrUpdate(url.Host, 0, (_, n) => n - 1);
        }
    }

    private static int Stable(string text) => text.Aggregate(17, (sum, c) => unchecked((sum * 31) + c));

    private static async Task<HttpResponseMessage> FailAsync(int way, CancellationToken cancellationToken)
    {
        // Hanging costs the test real time, so that it is rare.
        switch (way == 2 ? way : way % 9 == 2 ? 8 : way % 9)
        {
            case 0:
                throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
            case 1:
                throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host");
            case 2:
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException();
            case 3:
                var limited = Answer(HttpStatusCode.TooManyRequests, "slower");
                limited.Headers.Add("Retry-After", "0");
                return limited;
            case 4:
                return Answer(HttpStatusCode.Forbidden, "<html><title>Just a moment...</title></html>");
            case 5:
                return Answer(HttpStatusCode.OK, "{\"html\":");
            case 6:
                return Answer(HttpStatusCode.OK, "<html><title>Log in</title></html>");
            case 7:
                return Answer(HttpStatusCode.NotFound, "");
            default:
                return Answer(HttpStatusCode.BadGateway, "");
        }
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static string Record(Uri url)
    {
        if (!url.AbsolutePath.StartsWith("/tweet-result", StringComparison.Ordinal))
            return "{\"type\":\"rich\",\"version\":\"1.0\",\"author_name\":\"Ada Example\",\"html\":\"\"}";
        var id = url.Query.Split("id=")[1].Split('&')[0];
        return $$$"""{"__typename":"Tweet","id_str":"{{{id}}}","text":"Post {{{id}}}","created_at":"2021-11-28T16:49:53.000Z","favorite_count":1,"user":{"id_str":"1","name":"Ada Example","screen_name":"ada_example"}}""";
    }
}
