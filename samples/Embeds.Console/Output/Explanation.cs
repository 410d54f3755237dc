using System.Globalization;
using Embeds.Quotes;

namespace Embeds.Cli.Output;

/// <summary>Says in plain words why a quote was taken and where each of its parts is from.</summary>
internal static class Explanation
{
    private static readonly (string Pointer, string Name)[] Parts =
    [
        ("", "all of it"), ("/text", "words"), ("/author", "author"), ("/author/name", "author's name"), ("/author/handle", "author's handle"),
        ("/platform", "platform"), ("/published", "date"), ("/published/at", "date"), ("/url", "address"), ("/media", "media"), ("/card", "link preview"),
    ];

    public static IEnumerable<string> Of(QuoteBlock block)
    {
        if (block.Recovery is { } recovery)
        {
            yield return "Why it was taken:";
            foreach (var evidence in recovery.Evidence)
                yield return $"{Weight(evidence.Weight)}  {evidence.Why}";
            yield return string.Create(CultureInfo.InvariantCulture, $"{recovery.Post,4} % that it is a post");
        }

        yield return "Where it is from:";
        foreach (var (pointer, origin) in block.Provenance)
            yield return string.Create(CultureInfo.InvariantCulture, $"     {NameOf(pointer)}: {Source(origin.Via)}, {origin.Confidence} % sure{Rule(origin)}");
    }

    private static string Weight(int weight) => weight == 0 ? "    " : string.Create(CultureInfo.InvariantCulture, $"{weight,4:+0;-0}");

    private static string NameOf(string pointer)
    {
        foreach (var (known, name) in Parts)
        {
            if (string.Equals(known, pointer, StringComparison.Ordinal))
                return name;
        }

        return pointer[1..].Replace('/', ' ').Replace('_', ' ');
    }

    private static string Rule(Provenance origin) => origin.Rule is null ? "" : $" ({origin.Rule})";

    private static string Source(Via via) => via switch
    {
        Via.Markup => "the markup of the embed in the article",
        Via.Oembed => "the platform's answer to an embed request",
        Via.Api => "the platform's programming interface",
        Via.JsonLd => "the data that the page carries for machines",
        Via.Opengraph => "the description that the post's page gives of itself",
        Via.Archive => "an archived copy",
        Via.Url => "the post's address",
        Via.Derived => "worked out from another part, such as the time in an id",
        Via.Recovered => "the article's words, for the embed is gone",
        _ => "a person",
    };
}
