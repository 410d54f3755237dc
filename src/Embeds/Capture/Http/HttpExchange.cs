using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using Polly;
using Polly.Timeout;

namespace Embeds.Capture.Http;

/// <summary>One request and its answer, read to the last byte. No retry, no redirect followed, no exception for the world's faults.</summary>
/// <param name="client">Sends the requests.</param>
/// <param name="options">The limits.</param>
/// <param name="time">The clock by which answers are dated.</param>
/// <param name="timer">The clock that ends a try.</param>
internal sealed class HttpExchange(HttpClient client, FetchOptions options, TimeProvider time, TimeProvider timer)
{
    private const int ReadSize = 64 * 1024;

    private readonly ResiliencePipeline _perTry = new ResiliencePipelineBuilder { TimeProvider = timer }.AddTimeout(options.TimeoutPerTry).Build();

    public Task<Attempt> AskAsync(Uri uri, AcceptedContent accepted, CancellationToken cancellationToken) =>
        AskAsync(new FetchRequest { Url = uri, Accepted = accepted, MaxBodyBytes = options.MaxBodyBytes }, cancellationToken);

    public async Task<Attempt> AskAsync(FetchRequest asked, CancellationToken cancellationToken)
    {
        try
        {
            // The body is read inside, so that the limit also stops one that drips.
            return await _perTry.ExecuteAsync(token => new ValueTask<Attempt>(SendAsync(asked, token)), cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            return Attempt.FailedForNow(FetchFailure.TryTimeout(asked.Url, options.TimeoutPerTry));
        }
    }

    private async Task<Attempt> SendAsync(FetchRequest asked, CancellationToken cancellationToken)
    {
        var uri = asked.Url;
        using var request = asked.ToMessage(options.UserAgent);

        HttpResponseMessage response;
        try
        {
            response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e)
        {
            return ForNoAnswer(uri, e);
        }
        catch (OperationCanceledException e) when (e.InnerException is TimeoutException) // the client's own limit, or that for connecting
        {
            return Attempt.FailedForNow(FetchFailure.TryTimeout(uri, options.TimeoutPerTry));
        }

        using (response)
            return await ForAnswerAsync(asked, response, cancellationToken).ConfigureAwait(false);
    }

    private Attempt ForNoAnswer(Uri uri, HttpRequestException e) => e switch
    {
        { InnerException: AddressRefusedException } => Attempt.Ended(FetchFailure.RefusedAddress(uri, options.AllowPrivateNetwork ? AddressVerdict.NeverAsked : AddressVerdict.NotPublic)),
        { InnerException: AuthenticationException } => Attempt.Ended(FetchFailure.Tls(uri)),
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } } => Attempt.Ended(FetchFailure.Dns(uri)),
        { InnerException: SocketException { SocketErrorCode: SocketError.TryAgain } } => Attempt.FailedForNow(FetchFailure.Dns(uri)),
        { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded } => Attempt.Ended(FetchFailure.BadAnswer(uri)),
        _ => Attempt.FailedForNow(FetchFailure.Connection(uri)),
    };

    private async Task<Attempt> ForAnswerAsync(FetchRequest asked, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (uri, accepted) = (asked.Url, asked.Accepted);
        DateTimeOffset now = time.GetUtcNow();
        switch ((int)response.StatusCode)
        {
            case 301 or 302 or 303 or 307 or 308:
                return ForRedirect(uri, response);

            case 200 or 203:
                break;

            case var status when accepted.TakesFaults && !IsPassing(status):
                break;

            // Other successes hold a part of a page, none, or a notice that one may come.
            default:
                return ForFault(uri, response, now);
        }

        HttpContentHeaders headers = response.Content.Headers;
        ContentType type = ContentType.Of(headers);
        if (!accepted.Accepts(type.MediaType)) return Attempt.Ended(FetchFailure.WrongContentType(uri, type.MediaType!));

        // What the handler has decompressed is no longer named here.
        if (headers.ContentEncoding.FirstOrDefault(IsCompression) is { } encoding) return Attempt.Ended(FetchFailure.UnknownEncoding(uri, encoding));
        if (headers.ContentLength > asked.MaxBodyBytes) return Attempt.Ended(FetchFailure.TooLarge(uri, asked.MaxBodyBytes));

        ReadOnlyMemory<byte>? body;
        try
        {
            body = await ReadBodyAsync(response.Content, asked.MaxBodyBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsBrokenBody(e))
        {
            return Attempt.FailedForNow(FetchFailure.Truncated(uri));
        }

        if (body is null) return Attempt.Ended(FetchFailure.TooLarge(uri, asked.MaxBodyBytes));
        return Attempt.Ended(new FetchedResource
        {
            Body = body.Value,
            MediaType = type.MediaType,
            Charset = type.Charset,
            FinalUri = response.RequestMessage?.RequestUri ?? uri, // a client from outside may follow redirects itself
            RetrievedAt = now,
            StatusCode = (int)response.StatusCode,
            ContentLocation = headers.ContentLocation,
            Freshness = Freshness.Of(response, now),
        });
    }

    private static Attempt ForRedirect(Uri uri, HttpResponseMessage response) =>
        response.Headers.Location is { } location && Uri.TryCreate(uri, location, out Uri? target)
            ? Attempt.Redirected(target)
            : Attempt.Ended(FetchFailure.BadRedirect(uri, response.StatusCode));

    private Attempt ForFault(Uri uri, HttpResponseMessage response, DateTimeOffset now)
    {
        FetchFailure failure = FetchFailure.Status(uri, response.StatusCode);
        if (!IsPassing((int)response.StatusCode)) return Attempt.Ended(failure);

        TimeSpan? wait = response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - now : null;
        if (wait > options.MaxRetryAfter)
            return Attempt.Ended(FetchFailure.RetryTooLate(uri, response.StatusCode, wait.Value, options.MaxRetryAfter), wait);

        return Attempt.FailedForNow(failure, wait > TimeSpan.Zero ? wait : null);
    }

    /// <summary>All bytes, or null where there are more than allowed. The limit holds for what comes out of a compressed body.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpContent content, int most, CancellationToken cancellationToken)
    {
        using Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var body = new MemoryStream();
        byte[] buffer = new byte[ReadSize];
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and int read)
        {
            if (body.Length + read > most) return null;
            body.Write(buffer, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    /// <summary>Whether the same request may be answered better later. LinkedIn's 999 means no, whatever the number suggests.</summary>
    private static bool IsPassing(int status) => status is 408 or 429 or (>= 500 and <= 599 and not (501 or 505));

    private static bool IsCompression(string encoding) => !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase);

    // The Brotli decoder complains with an InvalidOperationException.
    private static bool IsBrokenBody(Exception e) =>
        e is IOException or HttpRequestException or InvalidDataException or (InvalidOperationException and not ObjectDisposedException);
}
