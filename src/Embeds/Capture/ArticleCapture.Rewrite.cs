using Embeds.Articles;
using Embeds.Detection;
using Embeds.Quotes;
using Embeds.Rewriting;

namespace Embeds.Capture;

/// <content>An article with blocks in the place of its embeds.</content>
internal sealed partial class ArticleCapture
{
    /// <summary>The file with a block in the place of each embed that it carries itself: a page, a Markdown source, a feed.</summary>
    /// <exception cref="ArticleUnreadableException">Its bytes do not survive decoding, or are no single text, so that nothing may be touched.</exception>
    public RewrittenArticle Rewrite(Article article, ReadOnlyMemory<byte> bytes, RewriteOptions options)
    {
        var source = SourceOf(article, bytes)
            ?? throw new ArticleUnreadableException("not-reversible", "The article's bytes are not valid in its own encoding; rewriting would change more than the embeds.");
        var named = options with
        {
            Html = options.Html with { PlatformName = options.Html.PlatformName ?? _catalog.NameOf },
            Markdown = options.Markdown with { PlatformName = options.Markdown.PlatformName ?? _catalog.NameOf },
        };
        var rewriter = new ArticleRewriter(source, named);
        var known = options.Blocks.IsDefaultOrEmpty ? [] : options.Blocks.GroupBy(b => b.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        foreach (var (page, written) in Pages(article))
            Rewrite(written, page, rewriter, named, known);
        return rewriter.Write();
    }

    /// <summary>The original of a file whose blocks keep what they replaced.</summary>
    /// <exception cref="ArticleUnreadableException">Its blocks keep it, but its bytes do not survive decoding.</exception>
    public static ReadOnlyMemory<byte> Restore(Article article, ReadOnlyMemory<byte> bytes) =>
        SourceOf(article, bytes) is { } source
            ? ArticleRestorer.Restore(source, Pages(article).Select(p => p.Page))
            : article.Text.Contains("quote-block", StringComparison.Ordinal)
                ? throw new ArticleUnreadableException("not-reversible", "The article's bytes are not valid in its own encoding; restoring would change more than the blocks.")
                : bytes;

    private static SourceBytes? SourceOf(Article article, ReadOnlyMemory<byte> bytes)
    {
        if (MhtmlReader.Is(bytes.Span))
            throw new ArticleUnreadableException("mhtml-not-rewritable", "A page saved as MHTML is encoded for mail and cannot be changed byte by byte: save it as HTML and rewrite that.");
        return SourceBytes.Of(bytes, article.Text, TextDecoding.EncodingOf(bytes.Span, null, out var mark), mark);
    }

    /// <summary>What of the file can hold embeds: all of it, or the texts of a feed's items.</summary>
    private static IEnumerable<(PageSource Page, Article Article)> Pages(Article article)
    {
        if (FeedReader.IsFeed(article.Text))
            return OfFeed(article);
        return article.Format == ArticleFormat.PlainText ? [] : [(new PageSource(InlaidText.Whole(article.Text), Source(article), article.Format), article)];
    }

    private static IEnumerable<(PageSource Page, Article Article)> OfFeed(Article feed)
    {
        var items = ItemsOf(feed);
        foreach (var text in FeedTexts.In(feed.Text).Where(t => !FeedReader.IsFeed(t.Text)))
        {
            var hints = new ArticleHints { Url = items.GetValueOrDefault(text.Text)?.Url, RetrievedAt = feed.RetrievedAt };
            var article = ArticleReader.Read(text.Text, hints, int.MaxValue);
            if (article.Format == ArticleFormat.Html)
                yield return (new PageSource(text, article.Text, ArticleFormat.Html), article);
        }
    }

    /// <summary>The feed's items by their text: they know their own addresses.</summary>
    private static Dictionary<string, Article> ItemsOf(Article feed)
    {
        try
        {
            return FeedReader.Read(feed.Text, new ArticleHints { Url = feed.Url, RetrievedAt = feed.RetrievedAt }).GroupBy(i => i.Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        }
        catch (ArticleUnreadableException)
        {
            // Texts that stand in it all the same have no address, then.
            return [];
        }
    }

    private void Rewrite(Article article, PageSource page, ArticleRewriter rewriter, RewriteOptions options, Dictionary<string, QuoteBlock> known)
    {
        var time = _parser.Begin();
        var scan = Scan(article);
        if (!scan.MayCarry)
            return;
        // A loader serves the article's surroundings, too.
        if (!options.RemoveLoaders)
            page = page with { Parsed = scan.Trimmed() };
        var document = Parse(article, page.Parsed.Text, time, keepPositions: true);
        var findings = _finder.Find(document, scan.Head, page.IsMarkdown, time);
        var assembler = new QuoteAssembler(Context(Describe(article, scan.Head)));
        var wanted = findings.Sightings.Where(s => _limits.Everywhere || s.Region == Detection.PageRegion.Article).ToList();
        var places = new List<EmbedPlace>(wanted.Count);
        foreach (var sighting in wanted)
        {
            if (BlockOf(sighting, places.Count, assembler, known, rewriter) is { } block)
                places.Add(new EmbedPlace(sighting.Element, sighting.Twins, block) { Code = sighting.Code, IsStored = sighting.Form == Platforms.EmbedForm.JsonPayload });
        }

        var kept = findings.Sightings.Where(s => !places.Exists(p => ReferenceEquals(p.Carrier, s.Element))).ToList();
        rewriter.Add(page, places, options.RemoveLoaders ? new LoaderFinder(_catalog).Find(document, kept) : []);
    }

    private static QuoteBlock? BlockOf(EmbedSighting sighting, int ordinal, QuoteAssembler assembler, Dictionary<string, QuoteBlock> known, ArticleRewriter rewriter)
    {
        try
        {
            if (sighting.Link is not { } link || !known.TryGetValue(QuoteKey.ForPost(link.Platform, link.NativeId), out var given))
                return assembler.Assemble(sighting, ordinal, []);
            if (given.Verify() == SealCheck.Intact)
                return given;
            rewriter.Refuse(given.Key, "seal-broken", "The block that was given for it does not verify.");
        }
        catch (Exception e) when (e is QuoteFormatException or ArgumentException)
        {
            rewriter.Refuse(sighting.Link?.Permalink ?? sighting.Platform.Id, "block-invalid", $"A post of {sighting.Platform.Name} could not be sealed: {e.Message}");
        }

        return null;
    }
}
