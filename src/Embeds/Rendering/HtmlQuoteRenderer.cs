using System.Reflection;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>
/// Renders quote blocks as HTML that needs no script, no style sheet and no network, and that shows a post's words exactly:
/// the text content of a figure's own <c>blockquote</c> is <see cref="PostText.Value"/>. The same block gives the same
/// characters on every system.
/// </summary>
public sealed class HtmlQuoteRenderer
{
    private const int LongestWithoutContents = 5;
    private readonly HtmlQuoteOptions _options;
    private readonly CaptionWords _words;

    /// <summary>Makes a renderer with the default options.</summary>
    public HtmlQuoteRenderer()
        : this(new HtmlQuoteOptions())
    {
    }

    /// <summary>Makes a renderer.</summary>
    /// <exception cref="ArgumentException"><see cref="HtmlQuoteOptions.IdPrefix"/> cannot begin an <c>id</c>.</exception>
    public HtmlQuoteRenderer(HtmlQuoteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        string prefix = options.IdPrefix;
        if (prefix is null or "" || !char.IsAsciiLetter(prefix[0]) || !prefix.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw new ArgumentException($"IdPrefix \"{prefix}\" cannot begin an id: use a letter, then letters, digits, - or _.", nameof(options));
        _options = options;
        _words = new CaptionWords(options);
    }

    /// <summary>A style sheet for the figures and for <see cref="RenderPage(IEnumerable{QuoteBlock}, HtmlPageOptions?)"/>. Fragments need none.</summary>
    public static string StyleSheet { get; } = ReadStyleSheet();

    /// <summary>Renders one block as a <c>figure</c> element, without a line end behind it.</summary>
    /// <exception cref="ArgumentException">The block is to carry its JSON but is not sealed.</exception>
    public string Render(QuoteBlock block) => RenderedText.Of(writer => Render(block, writer));

    /// <inheritdoc cref="Render(QuoteBlock)"/>
    public void Render(QuoteBlock block, TextWriter writer) => Render(block, writer, new HtmlIds(_options.IdPrefix));

    /// <summary>Renders blocks for one page, a line end behind each figure; no two figures share an <c>id</c>.</summary>
    /// <exception cref="ArgumentException">A block is to carry its JSON but is not sealed.</exception>
    public string RenderAll(IEnumerable<QuoteBlock> blocks) => RenderedText.Of(writer => RenderAll(blocks, writer));

    /// <inheritdoc cref="RenderAll(IEnumerable{QuoteBlock})"/>
    public void RenderAll(IEnumerable<QuoteBlock> blocks, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(writer);
        var ids = new HtmlIds(_options.IdPrefix);
        foreach (QuoteBlock block in blocks)
        {
            Render(block, writer, ids);
            writer.Write('\n');
        }
    }

    /// <summary>Renders a whole HTML document that opens from a file or a server alike; more than five blocks get a list of contents.</summary>
    /// <exception cref="ArgumentException">A block is to carry its JSON but is not sealed.</exception>
    public string RenderPage(IEnumerable<QuoteBlock> blocks, HtmlPageOptions? page = null) =>
        RenderedText.Of(writer => RenderPage(blocks, writer, page));

    /// <inheritdoc cref="RenderPage(IEnumerable{QuoteBlock}, HtmlPageOptions?)"/>
    public void RenderPage(IEnumerable<QuoteBlock> blocks, TextWriter writer, HtmlPageOptions? page = null)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(writer);
        page ??= new HtmlPageOptions();
        var ids = new HtmlIds(_options.IdPrefix);
        List<(QuoteBlock Block, string Id)> entries = [.. blocks.Select(block => (block, ids.Next(block.Key)))];

        var html = new HtmlWriter(writer);
        OpenPage(html, page);
        if (entries.Count > LongestWithoutContents)
            Contents(html, entries);
        foreach ((QuoteBlock block, string id) in entries)
        {
            Figure(html, block, id);
            html.Raw("\n");
        }

        html.Raw("</main>\n</body>\n</html>\n");
    }

    /// <summary>Renders one block of a page whose other ids are known.</summary>
    internal void Render(QuoteBlock block, TextWriter writer, HtmlIds ids)
    {
        ArgumentNullException.ThrowIfNull(block);
        ArgumentNullException.ThrowIfNull(writer);
        Figure(new HtmlWriter(writer), block, ids.Next(block.Key));
    }

    private void Figure(HtmlWriter html, QuoteBlock block, string id)
    {
        if (_options.Carrier == HtmlCarrier.Attribute && block.Integrity is null)
            throw new ArgumentException($"The block {block.Key} is not sealed: call Seal() first, or set Carrier to None.", nameof(block));
        new HtmlFigure(html, block, _options, _words).Write(id);
    }

    // The policy holds whatever a post may have brought along: only the style sheet and the kept pictures pass.
    private void OpenPage(HtmlWriter html, HtmlPageOptions page)
    {
        string title = VisibleText.Line(page.Title ?? _words.Labels.SavedQuotes);
        string lang = page.Lang ?? (page.Title is null ? _words.Labels.Language : "");
        html.Raw("<!DOCTYPE html>\n<html").Attribute("lang", lang).Raw(">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Raw("<meta name=\"color-scheme\" content=\"light dark\">\n<title>").Text(title).Raw("</title>\n<style>").Raw(StyleSheet)
            .Raw("</style>\n</head>\n<body class=\"quote-page\">\n<main>\n<h1 dir=\"auto\">").Text(title).Raw("</h1>\n");
    }

    private void Contents(HtmlWriter html, List<(QuoteBlock Block, string Id)> entries)
    {
        html.Raw("<nav").Attribute("aria-label", _words.Labels.Contents).Attribute("lang", _words.Labels.Language).Raw(" dir=\"ltr\">\n<ol>\n");
        foreach ((QuoteBlock block, string id) in entries)
        {
            html.Raw("<li><a").Attribute("href", "#" + id).Raw(">").Person(block.Author, _words.Labels.UnknownAuthor)
                .Raw(", ").Text(_words.Date(block.Published)).Raw("</a></li>\n");
        }

        html.Raw("</ol>\n</nav>\n");
    }

    private static string ReadStyleSheet()
    {
        using Stream resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("Embeds.Rendering.quote-block.css")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
