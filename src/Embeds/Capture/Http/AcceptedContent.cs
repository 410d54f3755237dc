using System.Collections.Frozen;

namespace Embeds.Capture.Http;

/// <summary>Which kinds of content a fetch is for.</summary>
internal sealed class AcceptedContent
{
    private readonly FrozenSet<string> _mediaTypes;

    private AcceptedContent(string header, IEnumerable<string> mediaTypes)
    {
        Header = header;
        _mediaTypes = mediaTypes.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whatever a source answers, its refusals too: what they say is what was asked. The type is no proof of anything.</summary>
    /// <param name="header">The <c>Accept</c> header to send.</param>
    public static AcceptedContent Answer(string header) => new(header, []) { TakesFaults = true };

    /// <summary>
    /// Pages, plain text, feeds and web archives. The generic types are among them because servers send archives and
    /// feeds so; what the bytes are is decided by reading them.
    /// </summary>
    public static AcceptedContent Article { get; } = new(
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        [
            "application/atom+xml",
            "application/feed+json",
            "application/gzip",
            "application/json",
            "application/octet-stream",
            "application/rdf+xml",
            "application/rss+xml",
            "application/warc",
            "application/x-gzip",
            "application/x-mimearchive",
            "application/xhtml+xml",
            "application/xml",
            "binary/octet-stream",
            "message/rfc822",
            "multipart/related",
        ]);

    /// <summary>The <c>Accept</c> header to send.</summary>
    public string Header { get; }

    /// <summary>Whether the body of an answer that is no success is wanted, unless the fault may pass.</summary>
    public bool TakesFaults { get; private init; }

    /// <summary>Whether an answer of this type is wanted. One that names no type is: many old servers do not.</summary>
    public bool Accepts(string? mediaType) =>
        TakesFaults
        || mediaType is null
        || mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || _mediaTypes.Contains(mediaType);
}
