using System.Buffers;
using System.Collections.Immutable;
using Embeds.Detection;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Capture;

/// <summary>Makes the sealed block of one sighting out of all that was learned of its post.</summary>
internal sealed class QuoteAssembler(CaptureContext context)
{
    private static readonly SearchValues<char> Unstorable = SearchValues.Create(" \t\r\n<>\"");

    public QuoteBlock Assemble(EmbedSighting sighting, int ordinal, ICollection<CaptureIssue> issues)
    {
        var merged = FactMerger.Merge(sighting.Platform, sighting.Link, [sighting.Facts], issues);
        var selectors = ImmutableArray.Create<Selector>(new CssSelector { Value = context.Paths.Of(sighting.Element) });
        if (merged.Text is { } words)
            selectors = selectors.Add(new TextQuoteSelector { Exact = words.Value });

        var link = sighting.Link;
        return new QuoteBlock
        {
            Key = link is null ? QuoteKey.ForText(merged.Author.Handle, merged.Text?.Value ?? "") : QuoteKey.ForPost(link.Platform, link.NativeId),
            Platform = sighting.Platform.Id,
            Kind = merged.Kind,
            NativeId = link?.NativeId,
            Url = link?.Permalink,
            UrlAliases = link is null || link.Seen == link.Permalink || !IsStorable(link.Seen) ? [] : [link.Seen],
            CapturedAt = context.CapturedAt,
            Source = context.Source with { Ordinal = ordinal, EmbedForm = sighting.Form, Selectors = selectors },
            Author = merged.Author,
            Text = merged.Text ?? new PostText { Value = "", Completeness = TextCompleteness.Absent },
            Published = merged.Published,
            EditedAt = merged.EditedAt,
            Media = merged.Media,
            Card = merged.Card,
            Poll = merged.Poll,
            Quoted = merged.Quoted,
            Thread = merged.Thread,
            Metrics = merged.Metrics,
            Status = Observation.NotLooked,
            Provenance = merged.Provenance.SetItem("/source/selectors", new Provenance { Via = Via.Derived, Confidence = 100 }),
            Rights = new Rights { Policy = "keep" },
            Generator = context.Generator,
        }.SealAsMade();
    }

    /// <summary>What the schema takes for an address; an odder spelling is not worth a broken block.</summary>
    private static bool IsStorable(string address) => address.Length <= 4096 && !address.AsSpan().ContainsAny(Unstorable);
}
