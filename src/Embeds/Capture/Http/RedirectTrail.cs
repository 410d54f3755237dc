namespace Embeds.Capture.Http;

/// <summary>The addresses that one question led to: each is looked at, none is asked twice, and there are not too many.</summary>
internal sealed class RedirectTrail(FetchOptions options)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <param name="url">The next address.</param>
    /// <param name="isOpen">Whether it may lie in a private network.</param>
    /// <returns>Why it is not asked; null when it may be.</returns>
    public FetchFailure? Step(Uri url, bool isOpen)
    {
        if (AddressGuard.Check(url, isOpen) is not AddressVerdict.Allowed and var verdict)
            return FetchFailure.RefusedAddress(url, verdict);
        if (!_seen.Add(url.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)))
            return FetchFailure.RedirectLoop(url);
        return _seen.Count > options.MaxRedirects + 1 ? FetchFailure.TooManyRedirects(url, options.MaxRedirects) : null;
    }
}
