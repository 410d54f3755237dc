using System.Net;
using Embeds.Quotes;

namespace Embeds.Tests.Capture.Network;

public sealed class MediaKeeperTests : IDisposable
{
    private const string Gif = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    private readonly string _directory = Directory.CreateTempSubdirectory("embeds-media-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Picture_is_kept_under_its_hash_with_the_ending_of_what_it_is()
    {
        var quotes = await ReadAsync(Convert.FromBase64String(Gif));

        var media = Assert.Single(quotes.Blocks[0].Media);
        Assert.Equal(("A lighthouse", "image/gif", 42L), (media.Alt, media.Mime, media.Bytes));
        Assert.Equal($"blobs/{media.Sha256![..2]}/{media.Sha256}.gif", media.Path);
        Assert.Equal(Convert.FromBase64String(Gif), await File.ReadAllBytesAsync(Path.Combine(_directory, media.Path!), TestContext.Current.CancellationToken));
        Assert.Equal(SealCheck.Intact, quotes.Blocks[0].Verify());
    }

    [Fact]
    public async Task What_is_no_picture_stays_an_address()
    {
        var quotes = await ReadAsync("<svg onload=\"alert(1)\"/>"u8.ToArray());

        Assert.Null(Assert.Single(quotes.Blocks[0].Media).Path);
        Assert.Contains(quotes.Issues, i => i.Code == "media-none");
        Assert.Empty(Directory.EnumerateFiles(_directory, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Picture_that_is_too_large_stays_an_address()
    {
        var quotes = await ReadAsync(Convert.FromBase64String(Gif), options => options.Network.MaxMediaBytes = 10);

        Assert.Null(Assert.Single(quotes.Blocks[0].Media).Path);
        Assert.Contains(quotes.Issues, i => i.Code == "media-too-large");
    }

    [Fact]
    public async Task One_picture_too_many_stays_an_address()
    {
        var quotes = await ReadAsync(Convert.FromBase64String(Gif), options => options.Network.MaxMediaPerArticle = 0);

        Assert.Contains(quotes.Issues, i => i.Code == "media-too-many");
    }

    private async Task<ArticleQuotes> ReadAsync(byte[] picture, Action<EmbedArchiverOptions>? change = null)
    {
        var options = new EmbedArchiverOptions { Recover = false };
        options.Http.MaxRetries = 0;
        options.Network.RequestsPerSecondPerHost = 10_000;
        options.Network.MediaDirectory = _directory;
        change?.Invoke(options);
        using var client = new HttpClient(new PictureHandler(picture));
        using var archiver = new EmbedArchiver(options, client);
        return await archiver.ReadAsync("<p><a href=\"https://twitter.com/ada_example/status/1465000000000000123\">https://twitter.com/ada_example/status/1465000000000000123</a></p>", cancellationToken: TestContext.Current.CancellationToken);
    }

    private sealed class PictureHandler(byte[] picture) : HttpMessageHandler
    {
        private const string Record = """
            {"__typename":"Tweet","id_str":"1465000000000000123","text":"Lit again","created_at":"2021-11-28T16:49:53.000Z",
             "user":{"id_str":"1","name":"Ada Example","screen_name":"ada_example"},
             "mediaDetails":[{"type":"photo","media_url_https":"https://pictures.example/lit.jpg","ext_alt_text":"A lighthouse"}]}
            """;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(request.RequestUri!.Host switch
        {
            "pictures.example" => new HttpResponseMessage { Content = new ByteArrayContent(picture) { Headers = { { "Content-Type", "image/jpeg" } } } },
            "cdn.syndication.twimg.com" => new HttpResponseMessage { Content = new StringContent(Record) },
            _ => new HttpResponseMessage(HttpStatusCode.NotFound),
        });
    }
}
