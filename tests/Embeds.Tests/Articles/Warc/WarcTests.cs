using System.IO.Compression;
using System.Text;
using Embeds.Capture.Network;

namespace Embeds.Tests.Articles.Warc;

/// <summary>Web archives through the door that users take.</summary>
public sealed class WarcTests
{
    private const string Url = "https://news.example/ferry";
    private const string Story = """
        <title>Ferry</title><article><p>They said: é</p><blockquote class="twitter-tweet"><p lang="en">The ferry is back.</p>&mdash; Pia Hollow (@pia_hollow_ex)
        <a href="https://twitter.com/pia_hollow_ex/status/1106264258717634310">March 14, 2019</a></blockquote></article>
        """;

    private static readonly byte[] StoryBytes = Encoding.UTF8.GetBytes(Story);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_are_read_in_order_and_everything_else_is_stepped_over(bool gzip)
    {
        var archive = new WarcFile(gzip)
            .Record("warcinfo", "", "application/warc-fields", "software: test"u8.ToArray())
            .Record("request", Url, "application/http; msgtype=request", "GET /ferry HTTP/1.1\r\n\r\n"u8.ToArray())
            .Page(Url, Story)
            .Answer(Url + "/moved", "301 Moved", "Location: /ferry\r\nContent-Type: text/html", "<p>Moved"u8.ToArray())
            .Answer(Url + "/gone", "404 Not Found", "Content-Type: text/html", StoryBytes)
            .Answer(Url + ".css", "200 OK", "Content-Type: text/css", "p { }"u8.ToArray())
            .Record("revisit", Url, "application/http; msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"u8.ToArray())
            .Record("metadata", Url, "text/plain", "a: b"u8.ToArray())
            .Record("conversion", Url + "/2", "text/plain", "The ferry is back — Pia Hollow (@pia_hollow_ex) March 14, 2019"u8.ToArray());

        var outcomes = await Read(archive.Bytes);

        Assert.Equal(["crawl.warc#3", "crawl.warc#9"], outcomes.Select(o => o.Source.Name));
        Assert.All(outcomes, o => Assert.Equal("pia_hollow_ex", Assert.Single(o.Quotes!.Blocks).Author.Handle));
        Assert.Equal((Url, "2019-03-14T10:20:30Z"), (outcomes[0].Quotes!.Article.Url, outcomes[0].Quotes!.Article.RetrievedAt));
    }

    public static TheoryData<string, byte[]> Bodies => new()
    {
        { "Transfer-Encoding: chunked", Chunked(StoryBytes, 7) },
        { "Transfer-Encoding: chunked", StoryBytes },
        { "Content-Encoding: gzip", WarcFile.Compress(StoryBytes, s => new GZipStream(s, CompressionMode.Compress, true)) },
        { "Content-Encoding: gzip", StoryBytes },
        { "Content-Encoding: br", WarcFile.Compress(StoryBytes, s => new BrotliStream(s, CompressionMode.Compress, true)) },
        { "Content-Encoding: br", StoryBytes },
        { "Content-Encoding: deflate", WarcFile.Compress(StoryBytes, s => new ZLibStream(s, CompressionMode.Compress, true)) },
        { "Content-Encoding: deflate", WarcFile.Compress(StoryBytes, s => new DeflateStream(s, CompressionMode.Compress, true)) },
        { "Content-Encoding: gzip\r\nTransfer-Encoding: chunked", Chunked(WarcFile.Compress(StoryBytes, s => new GZipStream(s, CompressionMode.Compress, true)), 50) },
        { "X-Crawler-Content-Encoding: gzip", StoryBytes },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_is_read_as_it_came_over_the_wire_or_as_an_archiver_left_it(string header, byte[] body)
    {
        var archive = new WarcFile().Answer(Url, "200 OK", "Content-Type: text/html; charset=utf-8\r\n" + header, body);

        var quotes = Assert.Single(await Read(archive.Bytes)).Quotes!;

        Assert.Equal("The ferry is back.", Assert.Single(quotes.Blocks).Text.Value);
        Assert.Equal("Ferry", quotes.Article.Title);
    }

    [Fact]
    public async Task Charset_of_the_answer_decides()
    {
        var archive = new WarcFile().Answer(Url, "200 OK", "Content-Type: text/html; charset=iso-8859-2", [.. "<title>"u8, 0xB1, 0xE6, .. "</title>"u8]);

        Assert.Equal("ąć", Assert.Single(await Read(archive.Bytes)).Quotes!.Article.Title);
    }

    [Theory]
    [InlineData(false, 40)]
    [InlineData(false, 400)]
    [InlineData(true, 40)]
    public async Task File_that_breaks_off_gives_what_stands_before_and_says_so(bool gzip, int missing)
    {
        var whole = new WarcFile(gzip).Page(Url, Story).Page(Url + "/2", Story).Bytes;

        var outcomes = await Read(whole[..^missing]);

        Assert.Equal(["crawl.warc#1", "crawl.warc"], outcomes.Select(o => o.Source.Name));
        Assert.Equal("truncated-warc", outcomes[1].Error!.Code);
        Assert.Contains("breaks off in record", outcomes[1].Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_that_the_crawler_cut_is_read_with_an_issue()
    {
        var block = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Story);
        var archive = new WarcFile().Record("response", Url, "application/http", block, "WARC-Truncated: length\r\n");

        var quotes = Assert.Single(await Read(archive.Bytes)).Quotes!;

        Assert.Single(quotes.Blocks);
        Assert.Equal("truncated", Assert.Single(quotes.Issues).Code);
    }

    public static TheoryData<string> Damage =>
    [
        "nonsense where a record should begin\r\n\r\n",
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n\r\n",
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n",
        "WARC/1.0\r\nContent-Length: 99999999999999999999999\r\n\r\n",
        "WARC/1.0\r\nA: " + new string('a', 200_000) + "\r\n\r\n",
        new string('\n', 10_000),
    ];

    [Theory]
    [MemberData(nameof(Damage))]
    public async Task Damaged_file_gives_what_stands_before_and_says_so(string damage)
    {
        var outcomes = await Read(new WarcFile().Page(Url, Story).Raw(Encoding.ASCII.GetBytes(damage)).Page(Url, Story).Bytes);

        Assert.Equal(2, outcomes.Count);
        Assert.NotNull(outcomes[0].Quotes);
        Assert.Equal("bad-warc", outcomes[1].Error!.Code);
    }

    [Fact]
    public async Task Record_that_promises_more_than_memory_is_refused_without_reserving_it()
    {
        var archive = new WarcFile().Record("response", Url, "application/http", "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), length: 9_000_000_000_000_000_000);

        var outcomes = await Read(archive.Bytes);

        Assert.Equal(["too-large", "truncated-warc"], outcomes.Select(o => o.Error!.Code));
    }

    [Fact]
    public async Task Page_that_unpacks_to_more_than_allowed_is_refused_and_the_next_is_read()
    {
        var bomb = WarcFile.Compress(new byte[20_000_000], s => new GZipStream(s, CompressionMode.Compress, true));
        var archive = new WarcFile(gzip: true).Answer(Url, "200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip", bomb).Page(Url, Story);

        var outcomes = await Read(archive.Bytes);

        Assert.Equal("too-large", outcomes[0].Error!.Code);
        Assert.NotNull(outcomes[1].Quotes);
    }

    [Fact]
    public async Task Bytes_of_any_kind_never_throw()
    {
        var random = new Random(7);
        var good = new WarcFile().Page(Url, Story).Answer(Url, "200 OK", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: br", Chunked(StoryBytes, 9)).Page(Url, Story).Bytes;
        for (var round = 0; round < 500; round++)
        {
            var broken = (byte[])good.Clone();
            for (var change = random.Next(1, 12); change > 0; change--)
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            await Read(broken[..random.Next(broken.Length + 1)]);
        }
    }

    [Fact]
    public void Archive_is_known_by_its_content()
    {
        var folder = Directory.CreateTempSubdirectory("embeds-").FullName;
        try
        {
            string Write(string name, byte[] bytes)
            {
                File.WriteAllBytes(Path.Join(folder, name), bytes);
                return Path.Join(folder, name);
            }

            Assert.True(ArticleSource.IsWarc(Write("a", new WarcFile().Page(Url, Story).Bytes)));
            Assert.True(ArticleSource.IsWarc(Write("b", new WarcFile(gzip: true).Page(Url, Story).Bytes)));
            Assert.False(ArticleSource.IsWarc(Write("c.warc", StoryBytes)));
            Assert.False(ArticleSource.IsWarc(Write("d.warc.gz", WarcFile.Compress(StoryBytes, s => new GZipStream(s, CompressionMode.Compress, true)))));
            Assert.False(ArticleSource.IsWarc(Path.Join(folder, "missing.warc")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Chunked(byte[] body, int size)
    {
        using var all = new MemoryStream();
        foreach (var chunk in body.Chunk(size))
            all.Write([.. Encoding.ASCII.GetBytes($"{chunk.Length:x};a=b\r\n"), .. chunk, .. "\r\n"u8]);
        all.Write("0\r\n\r\n"u8);
        return all.ToArray();
    }

    private static async Task<List<ArticleOutcome>> Read(byte[] archive)
    {
        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { Parallelism = 1, Network = { Depth = NetworkDepth.Offline } });
        var outcomes = new List<ArticleOutcome>();
        await foreach (var outcome in archiver.ArchiveManyAsync(ArticleSource.FromWarcAsync(new MemoryStream(archive), "crawl.warc", cancellationToken: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken))
            outcomes.Add(outcome);
        return outcomes;
    }
}
