using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Embeds.Platforms.Sources;

/// <summary>An answer of a source: bounded, decompressed, whole. Its forms are made when they are first asked for.</summary>
public sealed class SourceAnswer
{
    private const int MaxDepth = 64;
    private readonly Lazy<string> _text;
    private readonly Lazy<JsonElement> _json;
    private readonly Lazy<IDocument> _page;

    /// <summary>Makes an answer.</summary>
    /// <param name="source">The source that was asked.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="text">The body as text, in the encoding that it declares; null reads it as UTF-8.</param>
    public SourceAnswer(PostSource source, int status, ReadOnlyMemory<byte> body, string? text = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
        Status = status;
        Body = body;
        _text = new Lazy<string>(() => text ?? Encoding.UTF8.GetString(body.Span).TrimStart('\uFEFF'));
        _json = new Lazy<JsonElement>(() => ParseJson(_text.Value));
        _page = new Lazy<IDocument>(() => new HtmlParser().ParseDocument(_text.Value));
    }

    /// <summary>The source that was asked.</summary>
    public PostSource Source { get; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>Whether the status is a success.</summary>
    public bool IsSuccess => Status is 200 or 203;

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>UTC time of the answer, as blocks write it.</summary>
    public required string At { get; init; }

    /// <summary>Where the answer was found, after redirects.</summary>
    public required Uri Address { get; init; }

    /// <summary>The address that the answer names for what it holds; null where it names none.</summary>
    internal Uri? ContentLocation { get; init; }

    /// <summary>The body as text.</summary>
    public string Text => _text.Value;

    /// <summary>The body as JSON; of kind <see cref="JsonValueKind.Undefined"/> when it is none, or deeper than 64 levels.</summary>
    public JsonElement Json => _json.Value;

    /// <summary>The body as a page. No script of it runs and nothing of it is fetched.</summary>
    public IDocument Page => _page.Value;

    private static JsonElement ParseJson(string text)
    {
        try
        {
            return JsonElement.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
