using AngleSharp.Html.Parser;
using CsCheck;
using Embeds.Platforms;

namespace Embeds.Tests.Platforms;

/// <summary>What holds for every platform, whatever a page writes.</summary>
public sealed class PlatformLawTests
{
    private static readonly PlatformCatalog Catalog = new(PlatformCatalog.BuiltIn.AddRange(PlatformCatalog.Cards));

    // Words of real addresses, so that a path gets past the first question, and what breaks careless readers.
    private static readonly string[] Pieces =
    [
        "video", "watch", "embed", "status", "posts", "post", "p", "v", "a", "gallery", "photos", "pin", "track", "sets", "tracks", "event", "channels", "spotlight", "oembed",
        "@ada", "+Ada", "ada", "index.html", "player.swf", "aBcD_efGh-1", "1173124005", "106400740", "45725193", "x130bpf", "107085977904914121234",
        "6YxsFKbM7cULU4sXU7hSxe", "673426500458f63f019c8f5e013f282a", "%", "%2", "%2F", "%25", "..", ".", "-", "--", ":", "é", "😀", "\u202E", "\0", "&", "=", "#", "!", "",
    ];

    private static readonly string[] Parameters = ["v", "id", "url", "uri", "href", "video", "clip", "clip_id", "u", "q", "continue", "h", "lc", "fbid"];

    private static readonly Gen<string> Value = Gen.Frequency(
        (4, Pick(Pieces)),
        (1, Gen.String[0, 20]),
        (1, Pick(Pieces).Select(piece => "https%3A%2F%2Fvimeo.com%2F" + piece)));

    private static readonly Gen<string> Tail =
        from path in Value.Array[0, 5]
        from query in Gen.Select(Pick(Parameters), Value).Array[0, 3]
        from fragment in Value
        select $"/{string.Join('/', path)}?{string.Join('&', query.Select(pair => $"{pair.Item1}={pair.Item2}"))}#{fragment}";

    private static readonly Gen<(Platform Platform, string Address)> Address =
        from platform in Pick([.. Catalog.All.Where(p => !p.Domains.IsEmpty)])
        from domain in Pick([.. platform.Domains])
        from tail in Tail
        select (platform, $"https://{domain}{tail}");

    [Fact]
    public void No_address_breaks_a_platform_and_a_permalink_stays_itself() => Address.Sample(
        sample =>
        {
            if (!WebAddress.TryParse(sample.Address, out var address) || sample.Platform.ReadLink(address) is not { } link)
                return true;
            return WebAddress.TryParse(link.Permalink, out var permalink)
                && sample.Platform.ReadLink(permalink) is { } again
                && again.Permalink == link.Permalink
                && again.NativeId == link.NativeId
                && link.NativeId.Length > 0;
        },
        iter: 20_000);

    [Fact]
    public void No_markup_breaks_a_platform() =>
        (from platform in Pick([.. Catalog.All.Where(p => !p.Marks.IsEmpty)])
         from mark in Pick([.. platform.Marks])
         from values in Value.Array[4]
         from inner in Pick("", "<a href='/x'>y</a>", "<blockquote><p>", "<img src=//img.youtube.com/vi/>", "<iframe src=#></iframe>", "<meta itemprop=name>")
         select (platform, Html: Markup(mark, values) + inner))
        .Sample(
            sample =>
            {
                var element = new HtmlParser().ParseDocument(sample.Html).Body!.FirstElementChild;
                if (element is not null)
                    sample.platform.ReadMarkup(element);
            },
            iter: 2_000);

    private static Gen<T> Pick<T>(params T[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    private static string Markup(EmbedMark mark, string[] values)
    {
        var name = mark.Kind == EmbedMarkKind.Element ? mark.Name : "div";
        var sign = mark.Kind switch
        {
            EmbedMarkKind.Class => $"class='{mark.Name}'",
            EmbedMarkKind.Attribute => $"{mark.Name}=\"{Escape(values[0])}\"",
            EmbedMarkKind.IdPrefix => $"id=\"{mark.Name}{Escape(values[0])}\"",
            _ => "",
        };
        return $"<{name} {sign} title=\"{Escape(values[1])}\" href=\"{Escape(values[2])}\" data-id=\"{Escape(values[3])}\" src=\"{Escape(values[2])}\">";
    }

    private static string Escape(string value) => value.Replace("\"", "&quot;", StringComparison.Ordinal);
}
