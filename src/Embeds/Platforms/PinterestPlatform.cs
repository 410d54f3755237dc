using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Pinterest: pins.</summary>
internal sealed class PinterestPlatform : Platform
{
    /// <inheritdoc/>
    public override string Id => "pinterest";

    /// <inheritdoc/>
    public override string Name => "Pinterest";

    /// <inheritdoc/>
    /// <remarks>A short link (<c>pin.it/…</c>) does not tell what it leads to.</remarks>
    public override ImmutableArray<string> Domains { get; } =
    [
        "pinterest.com", "pinterest.at", "pinterest.be", "pinterest.ca", "pinterest.ch", "pinterest.cl", "pinterest.co", "pinterest.co.at", "pinterest.co.in",
        "pinterest.co.kr", "pinterest.co.nz", "pinterest.co.uk", "pinterest.com.au", "pinterest.com.bo", "pinterest.com.ec", "pinterest.com.mx", "pinterest.com.pe",
        "pinterest.com.py", "pinterest.com.uy", "pinterest.com.vn", "pinterest.de", "pinterest.dk", "pinterest.ec", "pinterest.engineering", "pinterest.es",
        "pinterest.fr", "pinterest.hu", "pinterest.id", "pinterest.ie", "pinterest.in", "pinterest.info", "pinterest.it", "pinterest.jp", "pinterest.kr",
        "pinterest.mx", "pinterest.nl", "pinterest.nz", "pinterest.pe", "pinterest.ph", "pinterest.pt", "pinterest.ru", "pinterest.se", "pinterest.th",
        "pinterest.tw", "pinterest.uk", "pinterest.vn",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Attribute("data-pin-do", "embedPin"), EmbedMark.Element("amp-pinterest")];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedLoader> Loaders { get; } = [new("assets.pinterest.com", "pinit.js") { Others = "[data-pin-do]", Global = "PinUtils" }];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Segments switch
    {
        ["pin", var text, ..] => Pin(address, AfterSlug(text)),
        ["ext", "embed.html"] when address.Host == "assets.pinterest.com" => Pin(address, address.Query("id")),
        ["oembed.json", ..] => ReadInner(address, address.Query("url")),
        _ => null,
    };

    /// <summary>The words of the title stand before the id: <c>garden-shed--606156431067611861</c>.</summary>
    private static string AfterSlug(string text) => text.LastIndexOf("--", StringComparison.Ordinal) is var at and >= 0 ? text[(at + 2)..] : text;

    private static PostLink? Pin(WebAddress address, string? id) =>
        id is not null && IsId(id)
            ? new PostLink { Platform = "pinterest", NativeId = id, Permalink = $"https://www.pinterest.com/pin/{id}/", Seen = address.Text }
            : null;

    /// <summary>Digits; newer ids are long and of letters. "create" and other words of share buttons are neither.</summary>
    private static bool IsId(string text) =>
        text.Length is >= 5 and <= 20 && text.All(char.IsAsciiDigit)
        || text.Length is >= 30 and <= 100 && text.StartsWith('A') && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <inheritdoc/>
    /// <remarks>A number of fewer digits is rather an article's.</remarks>
    public override PostLink? FromId(string id) => id.Length >= 14 ? ReadOwnLink($"https://www.pinterest.com/pin/{id}/") : null;

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link)
    {
        var oembed = OEmbed.Of(this, link, "https://www.pinterest.com/oembed.json", PostFields.Author | PostFields.Text | PostFields.Media);
        return
        [
            // Its title is what a pin has for words.
            oembed with { Read = answer => oembed.Read(answer) is { Facts: { } facts } reading ? reading with { Facts = facts with { Text = AnswerFacts.Words(OEmbed.Title(answer.Json)), Card = null } } : null },
            new PostSource
            {
                Rule = "pinterest.widget",
                Via = Via.Api,
                Url = $"https://widgets.pinterest.com/v3/pidgets/pins/info/?pin_ids={link.NativeId.Escaped()}",
                Gives = PostFields.Author | PostFields.Card | PostFields.Details,
                Read = answer => ReadWidget(link, answer),
            },
        ];
    }

    private static SourceReading? ReadWidget(PostLink link, SourceAnswer answer)
    {
        var pin = answer.Json.Items("data").FirstOrDefault(one => one.Text("id") == link.NativeId);
        if (!answer.IsSuccess || !pin.Has("pinner"))
            return null;
        var pinner = pin.At("pinner");
        return SourceReading.Live(answer.Facts() with
        {
            Author = new Author { Name = pinner.Text("full_name"), Id = pinner.Text("id"), Url = pinner.Address("profile_url"), Avatar = AnswerFacts.Avatar(pinner.Text("image_small_url")) }.OrNull(),
            Card = pin.Text("description") is { } words ? new LinkCard { Url = link.Permalink, Description = VerbatimText.Normalise(words.Trim()) } : null,
        });
    }

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Boards, users, buttons and links that are kept from pinning bear the same attribute with another value.</remarks>
    public override EmbedReading? ReadMarkup(IElement element)
    {
        var isAmp = element.LocalName == "amp-pinterest";
        var shows = element.GetAttribute(isAmp ? "data-do" : "data-pin-do");
        if (!string.Equals(shows, "embedPin", StringComparison.OrdinalIgnoreCase) || ReadOwnLink(element.GetAttribute(isAmp ? "data-url" : "href")) is not { } link)
            return null;
        return new EmbedReading
        {
            Link = link,
            Form = isAmp ? EmbedForm.Amp : EmbedForm.Blockquote,
            Facts = new PostFacts { Via = Via.Markup, Rule = "pinterest.pin" },
        };
    }
}
