using System.Globalization;
using System.Net;
using Embeds.Capture.Network;

namespace Embeds.Benchmarks;

/// <summary>
/// What a long run over the network keeps in memory. Nothing is asked of anybody: a handler in the place of the network answers
/// each request, one host a few posts, one answer in four a fault.
/// </summary>
internal static class NetworkMemory
{
    private const int PostsPerArticle = 5;
    private const int Rows = 10;
    private const long FirstId = 1_465_000_000_000_000_000;

    public static int Run(string[] words)
    {
        if (words is not [var number] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var articles) || articles < Rows)
        {
            Console.Error.WriteLine("Say how many articles, at least 10: -- network 20000");
            return 2;
        }

        MeasureAsync(articles, Console.Out).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task MeasureAsync(int articles, TextWriter output)
    {
        using var handler = new AnsweringHandler();
        using var client = new HttpClient(handler);
        var options = new EmbedArchiverOptions();
        options.Http.MaxRetries = 1;
        options.Http.RetryBaseDelay = TimeSpan.Zero;
        options.Network.Depth = NetworkDepth.Complete;
        options.Network.RequestsPerSecondPerHost = 10_000;
        options.Network.RequestsAtOncePerHost = 64;
        using var archiver = new EmbedArchiver(options, client);

        await output.WriteLineAsync("articles   requests   heap (MiB)");
        for (var row = 0; row < Rows; row++)
        {
            var first = articles / Rows * row;
            await Parallel.ForEachAsync(Enumerable.Range(first, articles / Rows), async (i, stop) => await archiver.ReadAsync(Article(i), cancellationToken: stop));
            var heap = GC.GetTotalMemory(forceFullCollection: true) / (1024.0 * 1024);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{first + articles / Rows,8}   {handler.Requests,8}   {heap,10:0.0}"));
        }
    }

    /// <summary>Posts of one big host, and of a server of their own every article: hosts come and go.</summary>
    private static string Article(int number)
    {
        var posts = Enumerable.Range(0, PostsPerArticle - 1).Select(i =>
        {
            var id = (FirstId + (number * (long)PostsPerArticle) + i).ToString(CultureInfo.InvariantCulture);
            return $"<blockquote class=\"twitter-tweet\"><p lang=\"en\" dir=\"ltr\">Post {id}</p>&mdash; Ada Example (@ada_example) <a href=\"https://twitter.com/ada_example/status/{id}\">November 28, 2021</a></blockquote>";
        });
        var own = string.Create(CultureInfo.InvariantCulture, $"https://social{number}.example/@ada/{109_000_000_000_000_000 + number}");
        return string.Concat(posts) + $"<iframe class=\"mastodon-embed\" src=\"{own}/embed\"></iframe>";
    }

    private sealed class AnsweringHandler : HttpMessageHandler
    {
        private int _requests;

        public int Requests => Volatile.Read(ref _requests);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isFault = Interlocked.Increment(ref _requests) % 4 == 0;
            return Task.FromResult(isFault
                ? new HttpResponseMessage(HttpStatusCode.BadGateway)
                : new HttpResponseMessage { Content = new StringContent(Record(request.RequestUri!)) });
        }

        private static string Record(Uri url)
        {
            var id = url.Query.Split("id=")[^1].Split('&')[0];
            return $$$"""{"__typename":"Tweet","id_str":"{{{id}}}","text":"Post {{{id}}}","created_at":"2021-11-28T16:49:53.000Z","user":{"id_str":"1","name":"Ada Example","screen_name":"ada_example"}}""";
        }
    }
}
