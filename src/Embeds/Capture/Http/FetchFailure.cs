using System.Globalization;
using System.Net;

namespace Embeds.Capture.Http;

/// <summary>Why nothing was fetched. Every code and sentence is made here.</summary>
internal sealed record FetchFailure : FetchOutcome
{
    /// <summary>The code of what an article's budget did not reach.</summary>
    public const string BudgetCode = "network-budget";

    private FetchFailure(FetchFailureKind kind, string code, Uri url, string message)
    {
        Kind = kind;
        Code = code;
        Url = url;
        Message = message;
    }

    public FetchFailureKind Kind { get; }

    /// <summary>A stable short name, such as <c>http-404</c> or <c>too-large</c>.</summary>
    public string Code { get; }

    /// <summary>The URL at which it failed: the one asked for, or a later hop of its redirects.</summary>
    public Uri Url { get; }

    /// <summary>The status of the answer; null where there was none, or where its status was not the reason.</summary>
    public int? StatusCode { get; private init; }

    /// <summary>One sentence for a person.</summary>
    public string Message { get; }

    public static FetchFailure RefusedAddress(Uri url, AddressVerdict verdict)
    {
        string reason = verdict switch
        {
            AddressVerdict.WrongScheme => $"Only http and https URLs are fetched, not \"{url.Scheme}\".",
            AddressVerdict.UserInfo => $"The URL at {url.Host} carries a user name or password; give it without.",
            AddressVerdict.BadHost => $"\"{url.Host}\" is not a valid host name.",
            AddressVerdict.ClosedPort => Sentence($"Port {url.Port} of {url.Host} is not asked: only 80 and 443 are, unless private networks are allowed."),
            AddressVerdict.LocalName => $"\"{url.Host}\" is a name of a private network, which is not asked unless that is allowed.",
            AddressVerdict.NeverAsked => $"{url.Host} leads to a link-local address or a cloud's metadata service, which is never asked.",
            _ => $"{url.Host} leads to a loopback, private or reserved address, which is not asked unless private networks are allowed.",
        };
        string code = verdict == AddressVerdict.WrongScheme ? "refused-scheme" : "refused-address";
        return new FetchFailure(FetchFailureKind.Refused, code, url, reason);
    }

    public static FetchFailure TooLarge(Uri url, int maxBytes) =>
        new(FetchFailureKind.Refused, "too-large", url, Sentence($"The page at {url.Host} is larger than the {maxBytes:N0} bytes allowed."));

    public static FetchFailure WrongContentType(Uri url, string mediaType) =>
        new(FetchFailureKind.Refused, "content-type", url, $"{url.Host} sent \"{mediaType}\", which is not a page, a text, a feed or a web archive.");

    public static FetchFailure UnknownEncoding(Uri url, string encoding) =>
        new(FetchFailureKind.Refused, "content-encoding", url, $"{url.Host} sent a body compressed as \"{encoding}\", which was not asked for and cannot be read.");

    public static FetchFailure Status(Uri url, HttpStatusCode status) =>
        Answered(url, status, (int)status switch
        {
            404 or 410 => "has no page at this address",
            401 or 402 or 403 or 407 or 451 or 999 => "does not give this page to an anonymous reader",
            408 => "gave up waiting for the request",
            429 => "asks for fewer requests",
            >= 500 => "reports a fault of its own",
            _ => "answered with something else than a page",
        });

    public static FetchFailure RetryTooLate(Uri url, HttpStatusCode status, TimeSpan wait, TimeSpan longest) =>
        Answered(url, status, Sentence($"asks to wait {Seconds(wait)}, which is more than the {Seconds(longest)} allowed"));

    public static FetchFailure BadRedirect(Uri url, HttpStatusCode status) =>
        new(FetchFailureKind.Unreadable, "bad-redirect", url, Sentence($"{url.Host} redirects without a usable target (HTTP {(int)status})."))
        {
            StatusCode = (int)status,
        };

    public static FetchFailure RedirectLoop(Uri url) =>
        new(FetchFailureKind.Unreadable, "redirect-loop", url, $"{url.Host} redirects in a circle.");

    public static FetchFailure TooManyRedirects(Uri url, int maxRedirects) =>
        new(FetchFailureKind.Unreadable, "too-many-redirects", url, Sentence($"The page is still elsewhere after {maxRedirects} redirects, the last one to {url.Host}."));

    public static FetchFailure TryTimeout(Uri url, TimeSpan time) =>
        new(FetchFailureKind.Network, "timeout", url, $"{url.Host} did not answer in full within {Seconds(time)}.");

    public static FetchFailure TotalTimeout(Uri url, TimeSpan time) =>
        new(FetchFailureKind.Network, "timeout", url, $"The page at {url.Host} could not be fetched within {Seconds(time)}, all tries and redirects together.");

    public static FetchFailure Dns(Uri url) =>
        new(FetchFailureKind.Network, "dns", url, $"The host name {url.Host} could not be resolved.");

    public static FetchFailure Tls(Uri url) =>
        new(FetchFailureKind.Network, "tls", url, $"No secure connection to {url.Host}: its certificate or its TLS settings are not acceptable.");

    public static FetchFailure Connection(Uri url) =>
        new(FetchFailureKind.Network, "connection", url, $"The connection to {url.Host} failed, or closed before an answer came.");

    public static FetchFailure BadAnswer(Uri url) =>
        new(FetchFailureKind.Network, "bad-answer", url, $"{url.Host} does not answer in valid HTTP.");

    public static FetchFailure Truncated(Uri url) =>
        new(FetchFailureKind.Network, "truncated", url, $"The answer of {url.Host} broke off, or was damaged, before its end.");

    /// <summary>The failure without what was added to the address at the last moment, such as a key.</summary>
    public FetchFailure Without(Uri asked) =>
        Url.Host == asked.Host && Url.AbsolutePath == asked.AbsolutePath ? new FetchFailure(Kind, Code, asked, Message) { StatusCode = StatusCode } : this;

    public static FetchFailure HostRests(Uri url) =>
        new(FetchFailureKind.Network, "host-rests", url, $"{url.Host} failed so often that it is not asked for a while.");

    public static FetchFailure BudgetSpent(Uri url) =>
        new(FetchFailureKind.Refused, BudgetCode, url, $"{url.Host} was not asked: the article's budget of requests, bytes or time is spent.");

    private static FetchFailure Answered(Uri url, HttpStatusCode status, string what)
    {
        int code = (int)status;
        FetchFailureKind kind = code is 408 or 429 or (>= 500 and <= 599) ? FetchFailureKind.Network : FetchFailureKind.Unreadable;
        return new FetchFailure(kind, Sentence($"http-{code}"), url, Sentence($"{url.Host} {what} (HTTP {code}).")) { StatusCode = code };
    }

    private static string Seconds(TimeSpan time) => Sentence($"{time.TotalSeconds:0.##} seconds");

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
