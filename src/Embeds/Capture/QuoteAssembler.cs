using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Embeds.Capture.Network;
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
        var look = context.Looks.Of(sighting.Link);
        var merged = FactMerger.Merge(sighting.Platform, sighting.Link, look.With(sighting.Facts), issues);
        var selectors = ImmutableArray.Create<Selector>(new CssSelector { Value = context.Paths.Of(sighting.Element) });
        if (merged.Text is { } words)
            selectors = selectors.Add(new TextQuoteSelector { Exact = words.Value });

        var link = sighting.Link;
        var block = new QuoteBlock
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
            Media = context.Looks.WithCopies(merged.Media),
            Card = merged.Card,
            Poll = merged.Poll,
            Quoted = merged.Quoted,
            Thread = merged.Thread,
            Metrics = merged.Metrics,
            Status = WithEdit(look.Status, merged),
            Versions = look.Versions,
            Provenance = merged.Provenance.SetItem("/source/selectors", new Provenance { Via = Via.Derived, Confidence = 100 }),
            Rights = RightsOf(merged),
            Generator = context.Generator,
        }.SealAsMade();
        return WithLooks(block, link);
    }

    /// <summary>The block of a post that is only a candidate for something; null where its facts do not fit the model.</summary>
    public QuoteBlock? TryAssemble(EmbedSighting sighting)
    {
        try
        {
            return Assemble(sighting, 0, []);
        }
        catch (Exception e) when (e is QuoteFormatException or ArgumentException)
        {
            // What a platform of the user's own read may be anything.
            return null;
        }
    }

    /// <summary>A sealed block with each look at its post in its history.</summary>
    public QuoteBlock WithLooks(QuoteBlock block, PostLink? link) =>
        context.Looks.Of(link).Looks.Aggregate(block, (known, look) => known.Append(HistoryEvent.Recheck, TimeOf(look), look));

    /// <summary>A post that stands and was edited, where the article has other words than the platform has now.</summary>
    private static Observation WithEdit(Observation status, MergedFacts merged) =>
        status.State == PostState.Live && merged is { EditedAt: not null, IsReworded: true } ? status with { State = PostState.Edited } : status;

    /// <summary>What only an API gave was given on terms: those ask that a deletion is followed.</summary>
    private static Rights RightsOf(MergedFacts merged)
    {
        var words = merged.Provenance.GetValueOrDefault("/text") ?? merged.Provenance[""];
        return words.Via == Via.Api ? new Rights { Policy = "honour-deletion", Basis = "The words came from the platform's API." } : new Rights { Policy = "keep" };
    }

    private DateTimeOffset TimeOf(Observation look) =>
        DateTimeOffset.Parse(look.At ?? context.CapturedAt, CultureInfo.InvariantCulture);

    /// <summary>What the schema takes for an address; an odder spelling is not worth a broken block.</summary>
    private static bool IsStorable(string address) => address.Length <= 4096 && !address.AsSpan().ContainsAny(Unstorable);
}
