using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using AngleSharp.Dom;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Flickr: photos, videos and albums.</summary>
internal sealed class FlickrPlatform : Platform
{
    // Base 58: digits and letters without those that look alike (0, l, I, O).
    private const string ShortAlphabet = "123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

    // How the title of the embed code ends, by language, and the word before the author in it.
    private static readonly FrozenDictionary<string, string> Authorship = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [", auf Flickr"] = " von ",
        [", en Flickr"] = " por ",
        [", no Flickr"] = " por ",
        [", on Flickr"] = " by ",
        [", op Flickr"] = " door ",
        [", su Flickr"] = " di ",
        [", sur Flickr"] = " par ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Id => "flickr";

    /// <inheritdoc/>
    public override string Name => "Flickr";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["flickr.com", "flic.kr", "staticflickr.com"];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedMark> Marks { get; } = [EmbedMark.Attribute("data-flickr-embed")];

    /// <inheritdoc/>
    public override ImmutableArray<EmbedLoader> Loaders { get; } = [new("embedr.flickr.com", "client-code.js")];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address)
    {
        var s = address.Segments;
        if (address.IsUnder("flic.kr"))
            return Short(address);
        if (address.IsUnder("staticflickr.com") || address.IsUnder("static.flickr.com"))
            return s is [.., var file] ? ByNumber(address, file.Split('_', '.')[0]) : null;
        return s switch
        {
            ["photos", var id] when address.Host == "embedr.flickr.com" => ByNumber(address, id),
            ["photos", "tags" or "organize" or "upload", ..] => null,
            ["photos", var user, "sets" or "albums", var id, ..] => Album(address, user, id),
            ["photos", var user, var id, ..] => Photo(address, user, id),
            ["apps", "video", "stewart.swf", ..] => ByNumber(address, address.Query("photo_id")),
            ["photo.gne", ..] => ByNumber(address, address.Query("id")),
            ["services", "oembed", ..] => ReadInner(address, address.Query("url")),
            _ => null,
        };
    }

    private static PostLink? Photo(WebAddress address, string user, string id) =>
        IsNumber(id) && IsUser(user) ? Of(address, id, $"https://www.flickr.com/photos/{user}/{id}/", user) : null;

    private static PostLink? Album(WebAddress address, string user, string id) =>
        IsNumber(id) && IsUser(user) ? Of(address, "albums/" + id, $"https://www.flickr.com/photos/{user}/albums/{id}", user) : null;

    /// <summary>A photo whose owner the address does not name: the short link opens it all the same.</summary>
    private static PostLink? ByNumber(WebAddress address, string? id) =>
        IsNumber(id) ? Of(address, id!, "https://flic.kr/p/" + Encode(ulong.Parse(id!, CultureInfo.InvariantCulture)), null) : null;

    /// <summary><c>flic.kr/p/4AK2sc</c> is photo 2362225867, <c>flic.kr/s/…</c> an album in the same way.</summary>
    private static PostLink? Short(WebAddress address)
    {
        if (address.Segments is not ["p" or "s", var code] || Decode(code) is not { } number)
            return null;
        var id = number.ToString(CultureInfo.InvariantCulture);
        return IsNumber(id) ? Of(address, address.Segments[0] == "p" ? id : "albums/" + id, $"https://flic.kr/{address.Segments[0]}/{code}", null) : null;
    }

    private static PostLink Of(WebAddress address, string id, string permalink, string? user) => new()
    {
        Platform = "flickr",
        NativeId = id,
        Permalink = permalink,
        // "12037949632@N01" is an account's number, not its name.
        Handle = user is null || user.Contains('@') ? null : user,
        Seen = address.Text,
    };

    private static bool IsNumber(string? text) => text is { Length: >= 3 and <= 18 } && text[0] != '0' && text.All(char.IsAsciiDigit);

    private static bool IsUser(string text) =>
        text.Length is >= 1 and <= 60 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '@');

    private static ulong? Decode(string code)
    {
        var number = BigInteger.Zero;
        if (code.Length is 0 or > 12)
            return null;
        foreach (var c in code)
        {
            if (ShortAlphabet.IndexOf(c, StringComparison.Ordinal) is var digit and >= 0)
                number = (number * 58) + digit;
            else
                return null;
        }

        return number <= long.MaxValue ? (ulong)number : null;
    }

    private static string Encode(ulong number)
    {
        Span<char> digits = stackalloc char[12];
        var start = digits.Length;
        do
        {
            digits[--start] = ShortAlphabet[(int)(number % 58)];
            number /= 58;
        }
        while (number > 0);
        return digits[start..].ToString();
    }

    /// <inheritdoc/>
    /// <remarks>A number of fewer digits is rather an article's.</remarks>
    public override PostLink? FromId(string id) => id.Length >= 9 ? ReadOwnLink("https://embedr.flickr.com/photos/" + id) : null;

    /// <inheritdoc/>
    public override string? ProfileOf(string handle) => $"https://www.flickr.com/photos/{handle}/";

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) =>
        [OEmbed.Of(this, link, "https://www.flickr.com/services/oembed/?format=json"), PostPage.Of(this, link, gives: PostFields.Author | PostFields.Card | PostFields.Media)];

    // ---- Markup ----------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override EmbedReading? ReadMarkup(IElement element) =>
        ReadOwnLink(element.GetAttribute("href")) is { } link
            ? new EmbedReading { Link = link, Form = EmbedForm.Blockquote, Facts = ReadCode(element, link, "flickr.code") }
            : null;

    /// <inheritdoc/>
    /// <remarks>The code of before 2014 is the same link round the picture, without the attribute that marks it.</remarks>
    public override PostFacts? ReadFrame(IElement element, PostLink link) =>
        element.LocalName == "iframe" || element.QuerySelector("a[title]") is not { } anchor
            ? PlayerFacts.Read(this, link, element, "flickr.frame")
            : ReadCode(anchor, link, "flickr.picture");

    /// <summary><c>&lt;a title="Title by Author, on Flickr"&gt;&lt;img …&gt;&lt;/a&gt;</c>; the title itself may hold the word "by".</summary>
    private static PostFacts ReadCode(IElement anchor, PostLink link, string rule)
    {
        var (title, author) = Cut(anchor.GetAttribute("title")?.Trim());
        var image = anchor.QuerySelector("img[src]");
        var isPhoto = link.NativeId.All(char.IsAsciiDigit);
        return PlayerFacts.Of(link, rule, title, author is null ? null : new Author { Name = author }) with
        {
            Media = isPhoto && WebAddress.TryParse(image?.GetAttribute("src"), out var picture)
                ? [new Media { Type = MediaType.Image, Url = picture.Text }]
                : [],
        };
    }

    private static (string? Title, string? Author) Cut(string? text)
    {
        if (text is null)
            return (null, null);
        foreach (var (ending, by) in Authorship)
        {
            if (!text.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var signed = text[..^ending.Length];
            var at = signed.LastIndexOf(by, StringComparison.Ordinal);
            return at < 0 ? (signed, null) : (signed[..at], signed[(at + by.Length)..].Trim());
        }

        return (text, null);
    }
}
