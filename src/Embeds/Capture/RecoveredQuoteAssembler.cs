using System.Collections.Immutable;
using Embeds.Articles;
using Embeds.Platforms;
using Embeds.Quotes;
using Embeds.Recovery;

namespace Embeds.Capture;

/// <summary>Makes the sealed block of a quote that was found in words alone. What the words do not say stays empty.</summary>
internal sealed class RecoveredQuoteAssembler(CaptureContext context, PlatformCatalog catalog, ArticleText article)
{
    private const string UnknownPlatform = "unknown";
    private const int Surroundings = 40;
    private const int MaxEvidence = 2000;

    /// <param name="quote">The find.</param>
    /// <param name="ordinal">Its position among the article's quotes.</param>
    /// <param name="places">Where it stands, beside its words.</param>
    /// <param name="issues">Takes what a platform could not answer.</param>
    public QuoteBlock Assemble(RecoveredQuote quote, int ordinal, ImmutableArray<Selector> places, ICollection<CaptureIssue> issues)
    {
        var link = quote.Permalink is { } address ? PlatformQuestion.Ask(() => catalog.ReadLink(address), null, issues) : null;
        var platform = link?.Platform ?? quote.Platform;
        var handle = quote.AuthorHandle;
        return new QuoteBlock
        {
            Key = link is null ? QuoteKey.ForText(handle, quote.Words) : QuoteKey.ForPost(link.Platform, link.NativeId),
            Platform = platform ?? UnknownPlatform,
            Kind = link?.Kind,
            NativeId = link?.NativeId,
            Url = link?.Permalink,
            CapturedAt = context.CapturedAt,
            Source = context.Source with
            {
                Ordinal = ordinal,
                EmbedForm = RecoveredQuote.Form,
                Selectors = places.Add(Words(quote)),
            },
            Author = new Author
            {
                Name = quote.AuthorName,
                Handle = handle,
                Url = handle is null || platform is null ? null : PlatformQuestion.Ask(() => catalog.Find(platform)?.ProfileOf(handle), link, issues),
            },
            Text = new PostText { Value = VerbatimText.Normalise(quote.Words), Completeness = quote.Completeness, Translated = quote.Translated, Facets = quote.Facets },
            Published = quote.Published,
            Status = Observation.NotLooked,
            Provenance = Origin(quote, link),
            Recovery = quote.Confidence,
            Rights = new Rights { Policy = "keep" },
            Generator = context.Generator,
        }.SealAsMade();
    }

    private TextQuoteSelector Words(RecoveredQuote quote)
    {
        var span = quote.WordsSpan;
        return new TextQuoteSelector
        {
            Exact = VerbatimText.Normalise(article.Text[span.Start..span.End]),
            Prefix = Around(Math.Max(0, span.Start - Surroundings), span.Start),
            Suffix = Around(span.End, Math.Min(article.Text.Length, span.End + Surroundings)),
        };
    }

    private string? Around(int start, int end) => start >= end ? null : VerbatimText.Normalise(article.Text[start..end]);

    private ImmutableSortedDictionary<string, Provenance> Origin(RecoveredQuote quote, PostLink? link)
    {
        var whole = VerbatimText.Normalise(article.Text[quote.Whole.Start..quote.Whole.End]);
        var origin = ImmutableSortedDictionary.CreateBuilder<string, Provenance>(StringComparer.Ordinal);
        var recovered = new Provenance { Via = Via.Recovered, Confidence = quote.Confidence.Post, Rule = quote.Rule };
        origin[""] = recovered with { Evidence = VerbatimText.Shorten(whole, MaxEvidence) };
        if (quote.AuthorName is not null || quote.AuthorHandle is not null)
            origin["/author"] = recovered with { Confidence = quote.Confidence.Author };
        if (quote.Platform is not null)
            origin["/platform"] = recovered with { Confidence = quote.Confidence.Platform };
        if (quote.Words.Length > 0)
            origin["/text"] = recovered with { Confidence = quote.Confidence.Words };
        if (link is not null)
            origin["/url"] = new Provenance { Via = Via.Url, Confidence = 100, Evidence = link.Seen };
        return origin.ToImmutable();
    }
}
