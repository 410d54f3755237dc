using System.Collections.Immutable;
using Embeds.Quotes;

namespace Embeds.Tests.Rendering;

/// <summary>Small blocks to render.</summary>
internal static class TestBlocks
{
    public static QuoteBlock Block(string text = "The tide is early.", params ImmutableArray<Facet> facets) => new()
    {
        Key = "x:42",
        Platform = "x",
        CapturedAt = "2026-05-04T09:30:00Z",
        Source = new QuoteSource { Kind = SourceKind.Article },
        Author = new Author(),
        Text = new PostText { Value = text, Completeness = TextCompleteness.Full, Facets = facets },
        Published = Published.Unknown,
        Status = Observation.NotLooked,
        Provenance = ImmutableSortedDictionary.Create<string, Provenance>(StringComparer.Ordinal)
            .Add("", new Provenance { Via = Via.Markup, Confidence = 100 }),
    };

    /// <summary>A facet over the first place of <paramref name="part"/> in <paramref name="text"/>.</summary>
    public static Facet Facet(string text, string part, FacetType type, string? target = null)
    {
        int start = text.IndexOf(part, StringComparison.Ordinal);
        int before = CodePoints.Count(text.AsSpan(0, start));
        return new Facet { Start = before, End = before + CodePoints.Count(part), Type = type, Target = target };
    }

    /// <summary>The same hostile words wherever a block takes words from outside.</summary>
    public static QuoteBlock Hostile(string words) => Block(words) with
    {
        Key = "x:" + words,
        Url = words,
        UrlAliases = [words],
        Author = new Author { Name = words, Handle = words, Url = words },
        Text = new PostText
        {
            Value = words,
            Completeness = TextCompleteness.Full,
            Lang = words,
            ContentWarning = words,
            Facets = words.Length == 0 ? [] : [new Facet { Start = 0, End = 1, Type = FacetType.Link, Target = words, Expanded = words }],
        },
        Published = new Published { Precision = DatePrecision.Day, At = words, AsShown = words },
        Source = new QuoteSource { Kind = SourceKind.Article, Url = words, Title = words },
        Media = [new Media { Type = MediaType.Image, Alt = words, Url = words, Path = words, Sha256 = words }],
        Card = new LinkCard { Url = words, Title = words, Description = words },
        Poll = new Poll { Options = [new PollOption { Label = words }] },
        Quoted = new PostRef { Url = words, Text = words, Author = new Author { Name = words } },
        Thread = new PostThread { Parent = new PostRef { Url = words, Author = new Author { Handle = words } } },
        Versions = [new ArchivedVersion { Url = words, At = words }],
        Recovery = new QuoteRecovery { Post = 60, Author = 0, Platform = 0, Words = 50, Evidence = [new RecoveryEvidence { Rule = "r", Weight = 60, Why = words }] },
    };
    /// <summary>The same hostile words wherever the format takes any words at all.</summary>
    public static QuoteBlock HostileWords(string words) => Block(words) with
    {
        Url = "https://p.example/42",
        Author = new Author { Name = words, Handle = "bo", Url = "https://p.example/bo" },
        Text = new PostText { Value = words, Completeness = TextCompleteness.Full, ContentWarning = words },
        Published = new Published { Precision = DatePrecision.Unknown, AsShown = words },
        Source = new QuoteSource { Kind = SourceKind.Article, Url = "https://news.example/", Title = words },
        Media = [new Media { Type = MediaType.Image, Alt = words, Url = "https://img.example/1.png" }],
        Card = new LinkCard { Url = "https://card.example/", Title = words, Description = words },
        Poll = new Poll { Options = [new PollOption { Label = words }] },
        Quoted = new PostRef { Url = "https://p.example/41", Text = words, Author = new Author { Name = words } },
        Recovery = new QuoteRecovery { Post = 60, Author = 0, Platform = 0, Words = 50, Evidence = [new RecoveryEvidence { Rule = "r", Weight = 60, Why = words }] },
    };
}
