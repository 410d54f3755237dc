// An endpoint that answers with an article's quotes as one JSON document.
//   dotnet run --project samples/WebEndpoint -- --urls http://127.0.0.1:5080
//   curl --data-binary @samples/articles/harbour-lights.html http://127.0.0.1:5080/quotes
//   curl "http://127.0.0.1:5080/quotes?url=https://news.example/2019/03/story"
using Embeds;

const int MaxArticleBytes = 4 * 1024 * 1024;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxArticleBytes);
builder.Services.AddEmbeds(options =>
{
    options.MaxArticleBytes = MaxArticleBytes;
    options.Http.UserAgent = "example-newsroom/1.0 (+https://news.example/bot)";
});
var app = builder.Build();

// The article comes along: no request is made.
app.MapPost("/quotes", async (HttpRequest request, EmbedArchiver archiver, CancellationToken cancellationToken) =>
{
    using var body = new MemoryStream();
    await request.Body.CopyToAsync(body, cancellationToken);
    return Answer(() => archiver.Read(body.GetBuffer().AsMemory(0, (int)body.Length)));
});

// The article is fetched; addresses of private networks are refused, so that nobody looks around in yours.
app.MapGet("/quotes", async (Uri url, EmbedArchiver archiver, CancellationToken cancellationToken) =>
{
    if (!url.IsAbsoluteUri)
        return Results.Problem("Give the article's whole address: /quotes?url=https://news.example/story.", statusCode: StatusCodes.Status400BadRequest);
    try
    {
        var quotes = await archiver.ArchiveAsync(url, cancellationToken);
        return Answer(() => quotes);
    }
    catch (ArticleUnreadableException e)
    {
        return Refusal(e);
    }
});

await app.RunAsync();

static IResult Answer(Func<ArticleQuotes> read)
{
    try
    {
        return Results.Bytes(read().ToUtf8Json(), "application/json");
    }
    catch (ArticleUnreadableException e)
    {
        return Refusal(e);
    }
}

// What cannot be read is the request's fault, what the network does is not.
static IResult Refusal(ArticleUnreadableException e) =>
    Results.Problem(e.Message, title: e.Code, statusCode: e.IsNetwork ? StatusCodes.Status502BadGateway : StatusCodes.Status422UnprocessableEntity);
