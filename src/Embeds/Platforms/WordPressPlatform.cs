using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>
/// WordPress: the card by which one site shows an article of another. Any site may be the other one, so it is known by its
/// markup alone and never by an address.
/// </summary>
internal sealed class WordPressPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "wordpress";

    /// <inheritdoc/>
    public override string Name => "WordPress";

    /// <inheritdoc/>
    /// <remarks>The name is a word of too many a class, and no tool keeps an id beside it.</remarks>
    public override ImmutableArray<string> Nicknames => [];

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains => [];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Class("wp-embedded-content"), EmbedMark.Element("amp-wordpress-embed")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => null;

    /// <summary>The article's address: its card is at <c>…/embed/</c> or, without readable addresses, at <c>…&amp;embed=true</c>.</summary>
    private static PostLink? Article(string? text)
    {
        if (!WebAddress.TryParse(text, out var address))
            return null;
        var permalink = address.Text.Split('#')[0];
        var question = permalink.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? permalink : permalink[..question];
        var query = question < 0 ? "" : WithoutCard(permalink[(question + 1)..]);
        if (path.TrimEnd('/').EndsWith("/embed", StringComparison.Ordinal))
            path = path.TrimEnd('/')[..^"embed".Length];
        permalink = path + query;
        return new PostLink { Platform = "wordpress", NativeId = permalink, Permalink = permalink, Seen = address.Text };
    }

    private static string WithoutCard(string query)
    {
        var kept = string.Join('&', query.Split('&').Where(p => p is not ("" or "embed=true")));
        return kept.Length == 0 ? "" : "?" + kept;
    }

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>The endpoint at its usual place, then the one that the article's page names: a site may lie in a folder.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) =>
    [
        OEmbed.Of(this, link, $"{new Uri(link.Permalink).GetLeftPart(UriPartial.Authority)}/wp-json/oembed/1.0/embed"),
        PostPage.Of(this, link, gives: PostFields.Author | PostFields.Card | PostFields.Media | PostFields.Time),
    ];

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>The quotation and the frame behind it are one card; the finder folds them as it folds any two neighbours.</remarks>
    public override EmbedReading? ReadMarkup(IElement element) => element.LocalName switch
    {
        "blockquote" => element.QuerySelector("a[href]") is { } anchor ? Reading(Article(anchor.GetAttribute("href")), EmbedForm.Blockquote, anchor.TextContent) : null,
        "iframe" => Reading(Article(element.GetAttribute("src") ?? element.GetAttribute("data-src")), EmbedForm.Iframe, TitleIn(element.GetAttribute("title"))),
        "amp-wordpress-embed" => Reading(Article(element.GetAttribute("data-url")), EmbedForm.Amp, TitleIn(element.GetAttribute("title"))),
        _ => null,
    };

    private static EmbedReading? Reading(PostLink? link, string form, string? title) =>
        link is null ? null : new EmbedReading { Link = link, Form = form, Facts = PlayerFacts.Of(link, "wordpress." + form, title) };

    /// <summary><c>“Title” — Site</c>, in the quotation marks of the other site's language.</summary>
    private static string? TitleIn(string? label)
    {
        var dash = label?.LastIndexOf(" — ", StringComparison.Ordinal) ?? -1;
        return dash <= 0 ? null : label![..dash].Trim('“', '”', '„', '«', '»', '"', ' ', '\u00A0');
    }
}
