using System.IO.Compression;
using System.Text;
using Embeds.Capture.Http;
using Microsoft.AspNetCore.Http;

namespace Embeds.Tests.Capture.Http;

public sealed class HttpFetcherBodyTests
{
    private static readonly byte[] Page = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(i => $"<p>Line {i * 7919 % 1000}</p>\n")));

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<p>Half a pa")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n400\r\n<p>Half a pa")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nc\r\n<p>Half a pa\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot a chunk")]
    public async Task Body_that_breaks_off_is_never_a_page(string answer)
    {
        await using var server = new RawServer(answer);

        FetchFailure failure = await Fetching.FailAsync(server.Url);

        Assert.Equal("truncated", failure.Code);
        Assert.Equal(FetchFailureKind.Network, failure.Kind);
        Assert.Equal(4, server.Connections);
    }

    [Fact]
    public async Task Body_that_breaks_off_once_is_fetched_again()
    {
        await using var server = new RawServer(
            "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<p>Half a pa",
            "HTTP/1.1 200 OK\r\nContent-Length: 12\r\nConnection: close\r\n\r\n<p>Whole</p>");

        FetchedResource page = await Fetching.SucceedAsync(server.Url);

        Assert.Equal("<p>Whole</p>", Encoding.ASCII.GetString(page.Body.Span));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Compressed_body_is_unpacked(string encoding)
    {
        await using LoopbackServer server = await ServeAsync(encoding, Compress(encoding, Page));

        FetchedResource page = await Fetching.SucceedAsync(server.Url());

        Assert.Equal(Page, page.Body.ToArray());
    }

    [Theory]
    [InlineData("gzip", false)]
    [InlineData("deflate", false)]
    [InlineData("br", false)]
    [InlineData("gzip", true)]
    [InlineData("deflate", true)]
    [InlineData("br", true)]
    public async Task Compressed_body_that_was_cut_or_damaged_is_never_a_page(string encoding, bool damaged)
    {
        // Cut before it reached the server, which then sends it in good order: only the decoder can notice.
        byte[] packed = Compress(encoding, Page);
        int half = packed.Length / 2;
        if (damaged) Array.Fill(packed, (byte)0xFF, half, packed.Length - half);
        await using LoopbackServer server = await ServeAsync(encoding, damaged ? packed : packed[..half]);

        FetchFailure failure = await Fetching.FailAsync(server.Url());

        Assert.Equal("truncated", failure.Code);
    }

    [Fact]
    public async Task Compression_that_was_not_asked_for_is_refused()
    {
        await using LoopbackServer server = await ServeAsync("zstd", Page);

        FetchFailure failure = await Fetching.FailAsync(server.Url());

        Assert.Equal("content-encoding", failure.Code);
        Assert.Equal(FetchFailureKind.Refused, failure.Kind);
    }

    [Fact]
    public async Task Body_of_exactly_the_limit_is_taken_and_one_byte_more_refused()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context => context.Response.Body.WriteAsync(Page).AsTask());

        FetchedResource page = await Fetching.SucceedAsync(server.Url(), options => options.MaxBodyBytes = Page.Length);
        FetchFailure failure = await Fetching.FailAsync(server.Url(), options => options.MaxBodyBytes = Page.Length - 1);

        Assert.Equal(Page.Length, page.Body.Length);
        Assert.Equal("too-large", failure.Code);
        Assert.Equal(FetchFailureKind.Refused, failure.Kind);
    }

    [Fact]
    public async Task Announced_length_beyond_the_limit_is_refused_at_once()
    {
        await using var server = new RawServer((_, stream, stop) =>
            stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"u8.ToArray(), stop).AsTask());

        FetchFailure failure = await Fetching.FailAsync(server.Url);

        Assert.Equal("too-large", failure.Code);
        Assert.Contains("16,777,216 bytes", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Small_body_that_unpacks_to_a_huge_one_is_refused()
    {
        byte[] bomb = Compress("gzip", new byte[32 * 1024 * 1024]);
        Assert.True(bomb.Length < 64 * 1024);
        await using LoopbackServer server = await ServeAsync("gzip", bomb);

        FetchFailure failure = await Fetching.FailAsync(server.Url());

        Assert.Equal("too-large", failure.Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Endless_body_is_refused()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(Page, context.RequestAborted);
        });

        FetchFailure failure = await Fetching.FailAsync(server.Url(), options => options.MaxBodyBytes = 100_000);

        Assert.Equal("too-large", failure.Code);
    }

    private static Task<LoopbackServer> ServeAsync(string encoding, byte[] body) => LoopbackServer.StartAsync(context =>
    {
        context.Response.ContentType = "text/html";
        context.Response.Headers.ContentEncoding = encoding;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    });

    private static byte[] Compress(string encoding, byte[] content)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal),
            _ => new ZLibStream(packed, CompressionLevel.Optimal),
        })
        {
            packer.Write(content);
        }

        return packed.ToArray();
    }
}
