using System.Collections.Immutable;
using CsCheck;
using Embeds.Articles;
using Embeds.Quotes;
using Embeds.Recovery;

namespace Embeds.Tests.Recovery;

public class QuoteRecovererTests
{
    private const string Signed = "So glad the bridge is open. — Ada Vale (@adavale) May 4, 2020";

    [Fact]
    public void Text_without_a_cue_holds_no_quote() => Assert.Empty(Recover("The bridge is open.\n\nIt was closed for two years."));

    [Fact]
    public void Same_text_gives_the_same_quotes()
    {
        string[] Describe() => [.. Recover(Signed).Select(quote => string.Join('|', quote.Words, quote.Confidence.Post, string.Join(';', quote.Confidence.Evidence)))];
        Assert.Equal(Describe(), Describe());
    }

    [Fact]
    public void Evidence_lies_in_code_points_of_the_article()
    {
        RecoveredQuote quote = Assert.Single(Recover("😀😀😀\n\n" + Signed));
        RecoveryEvidence signature = Assert.Single(quote.Confidence.Evidence, piece => piece.Rule is "signed");
        Assert.Equal((33, 66), (signature.Start, signature.End));
    }

    [Fact]
    public void Page_link_behind_the_signature_gives_the_address_and_the_id()
    {
        const string address = "https://twitter.com/adavale/status/1257000000000000001";
        int date = Signed.IndexOf("May", StringComparison.Ordinal);
        RecoveredQuote quote = Assert.Single(Recover(Article(Signed, new TextLink(date, Signed.Length, address))));
        Assert.Equal((address, "1257000000000000001", 99), (quote.Permalink, quote.NativeId, quote.Confidence.Platform));
    }

    [Fact]
    public void Link_inside_the_words_is_not_the_posts_address()
    {
        RecoveredQuote quote = Assert.Single(Recover(Article(Signed, new TextLink(3, 7, "https://twitter.com/other/status/1"))));
        Assert.Null(quote.Permalink);
    }

    [Fact]
    public void Bare_address_beside_a_signed_post_of_the_same_account_is_its_address()
    {
        RecoveredQuote quote = Assert.Single(Recover("https://twitter.com/AdaVale/status/1257000000000000001\n\n" + Signed));
        Assert.Equal(("1257000000000000001", "So glad the bridge is open."), (quote.NativeId, quote.Words));
    }

    [Fact]
    public void Bare_address_of_another_account_is_another_post()
    {
        ImmutableArray<RecoveredQuote> quotes = Recover("https://twitter.com/other/status/1257000000000000001\n\n" + Signed);
        Assert.Equal([TextCompleteness.Absent, TextCompleteness.Full], quotes.Select(quote => quote.Completeness));
    }

    [Fact]
    public void Words_that_the_platform_cut_reach_up_to_their_beginning()
    {
        const string first = "The bridge over the Lorn was closed for two years, and the county called it a short interruption of service for residents of the eastern bank and of the three villages behind it.";
        RecoveredQuote quote = Assert.Single(Recover(first + "\n\nIt cost eleven million and… pic.twitter.com/aB3\n\n— Ada Vale (@adavale) May 4, 2020"));
        Assert.StartsWith("The bridge", quote.Words, StringComparison.Ordinal);
        Assert.Equal(TextCompleteness.Truncated, quote.Completeness);
    }

    [Fact]
    public void Paragraph_too_long_for_the_post_is_the_articles()
    {
        string longer = string.Join(' ', Enumerable.Repeat("I walked and walked!", 8));
        RecoveredQuote quote = Assert.Single(Recover(longer + "\n\nI am home now!\n\n— Ada Vale (@adavale) May 4, 2015"));
        Assert.Equal("I am home now!", quote.Words);
    }

    [Fact]
    public void Blocks_of_a_quotation_belong_together()
    {
        const string text = "Neutral words of the article.\n\nThe bridge is open.\n\nIt is raining.\n\n— Ada Vale (@adavale) May 4, 2020";
        var blocks = PlainTextBlocks.Split(text);
        ArticleText article = new() { Text = text, Blocks = [blocks[0], .. blocks[1..].Select(block => block with { Kind = TextBlockKind.Quotation })] };
        Assert.Equal("The bridge is open.\n\nIt is raining.", Assert.Single(Recover(article)).Words);
    }

    [Fact]
    public void Lead_does_not_reach_across_the_gap_of_an_embed()
    {
        const string text = "Ada Vale tweeted:\n\nI am so glad!";
        Assert.Single(Recover(PlainTextBlocks.Read(text)));
        Assert.Empty(Recover(new ArticleText { Text = text, Blocks = PlainTextBlocks.Split(text), Gaps = [text.IndexOf(':', StringComparison.Ordinal) + 1] }));
    }

    [Fact]
    public void Sentence_that_repeats_a_shown_post_is_not_a_second_one()
    {
        RecoveredQuote quote = Assert.Single(Recover("Ada Vale tweeted that she was “So glad the bridge is open”.\n\n" + Signed));
        Assert.Equal("signed", quote.Rule);
    }

    [Theory]
    [InlineData("Ada Vale (@adavale) tweeted: “So glad the bridge is open”", "Ada Vale", "adavale")]
    [InlineData("On Monday @adavale tweeted that she was “so glad the bridge is open”", null, "adavale")]
    [InlineData("“So glad the bridge is open,” tweeted Ada Vale (@adavale) on Monday.", "Ada Vale", "adavale")]
    [InlineData("“So glad the bridge is open,” tweeted @adavale.", null, "adavale")]
    [InlineData("Tweet from Ada Vale (@adavale): So glad the bridge is open", "Ada Vale", "adavale")]
    [InlineData("Tweet by @adavale: So glad the bridge is open", null, "adavale")]
    [InlineData("Ada Vale’s tweet: So glad the bridge is open", "Ada Vale", null)]
    [InlineData("@adavale’s tweet: So glad the bridge is open", null, "adavale")]
    [InlineData("She tweeted @bridgeoffice: “So glad the bridge is open”", null, null)]
    [InlineData("“So glad the bridge is open,” she tweeted @bridgeoffice.", null, null)]
    public void Author_is_whom_the_sentence_names(string text, string? name, string? handle)
    {
        RecoveredQuote quote = Assert.Single(Recover(text));
        Assert.Equal((name, handle), (quote.AuthorName, quote.AuthorHandle));
    }

    [Fact]
    public void Marked_up_quotation_below_a_lead_is_the_post()
    {
        const string text = "Ada Vale wrote on Facebook:\n\nThe bridge is open.\n\nIt is raining.\n\nThe article goes on.";
        var blocks = PlainTextBlocks.Split(text);
        ArticleText article = new()
        {
            Text = text,
            Blocks = [blocks[0], blocks[1] with { Kind = TextBlockKind.Quotation }, blocks[2] with { Kind = TextBlockKind.Quotation }, blocks[3]],
        };
        RecoveredQuote quote = Assert.Single(Recover(article));
        Assert.Equal(("The bridge is open.\n\nIt is raining.", "Ada Vale", "facebook"), (quote.Words, quote.AuthorName, quote.Platform));
    }

    [Fact]
    public void Author_is_never_taken_from_a_mention()
    {
        RecoveredQuote quote = Assert.Single(Recover("Tweet: Thank you @adavale for the bridge!"));
        Assert.Equal((null, null, 0), (quote.AuthorName, quote.AuthorHandle, quote.Confidence.Author));
    }

    [Theory]
    [InlineData("Tweet of the Week #3: The Old Bridge at Night\n\nHave you seen the bridge at night? We have.")]
    [InlineData("Tweets by @bridgewatch\n\nHave our news sent to you:")]
    [InlineData("Have a look at this:\n\n```\nhttps://twitter.com/adavale/status/1257000000000000001\n```\n\nand that.")]
    [InlineData("Asked by a reader on Twitter who had closed the bridge, she responded: “The weather did it.”")]
    [InlineData("The bridge is closed.\n\nPlease enable JavaScript to view this.\nOr subscribe\nand read without it.")]
    public void Look_alike_is_no_quote(string text) => Assert.Empty(Recover(text));

    [Theory]
    [InlineData("The council tweeted the front page of the paper that lay on every desk of the town with the news that “the bridge is closed for ever.”", "inline.far")]
    [InlineData("Another source is this tweet below:\n\nIf you want to cross, bring your boat, and I mean it.", "cue.unnamed")]
    public void Weak_cue_is_not_sure(string text, string rule)
    {
        RecoveredQuote quote = Assert.Single(Recover(text));
        Assert.Contains(quote.Confidence.Evidence, piece => string.Equals(piece.Rule, rule, StringComparison.Ordinal) && piece.Weight < 0);
        Assert.InRange(quote.Confidence.Post, 50, 74);
    }

    [Fact]
    public void Paragraph_of_a_blog_that_says_I_below_a_lead_that_names_nobody_is_the_blogs()
    {
        string prose = string.Concat(Enumerable.Repeat("I walked to the bridge again and thought about what we could do with all those stones. ", 2));
        string blog = string.Join("\n\n", Enumerable.Repeat(prose, 5));
        Assert.Empty(Recover($"{blog}\n\nAnother source is this tweet below:\n\nIf you look closely, the stones are gone.\n\n{blog}"));
    }

    [Fact]
    public void Cancelled_reading_stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() => new QuoteRecoverer().Recover(PlainTextBlocks.Read(Signed), new CancellationToken(canceled: true)));

    [Fact]
    public void Quotes_of_any_text_lie_within_it_and_do_not_overlap() =>
        Gen.OneOf(Pieces).Array[0, 24].Sample(pieces =>
        {
            ArticleText article = PlainTextBlocks.Read(string.Concat(pieces));
            int end = 0;
            foreach (RecoveredQuote quote in Recover(article))
            {
                Assert.True(end <= quote.Whole.Start && quote.Whole.Contains(quote.WordsSpan) && quote.Whole.End <= article.Text.Length);
                Assert.InRange(quote.Confidence.Post, 50, 99);
                Assert.Equal(quote.Words.Length == 0, quote.Completeness == TextCompleteness.Absent);
                end = quote.Whole.End;
            }
        });

    private static Gen<string>[] Pieces =>
    [
        Gen.Const("\n"), Gen.Const("\n\n"), Gen.Const(" "), Gen.Const("So glad! "), Gen.Const("The bridge is open. "), Gen.Const("— Ada Vale (@adavale) May 4, 2020"),
        Gen.Const("Tweet: "), Gen.Const("Ada Vale tweeted: "), Gen.Const("“I am so glad”"), Gen.Const("on Facebook "), Gen.Const("Reactions"), Gen.Const("View this post on Instagram"),
        Gen.Const("A post shared by Ada (@ada.vale)"), Gen.Const("@ada "), Gen.Const("♬ original sound"), Gen.Const("https://twitter.com/a/status/1"), Gen.Const("6:46 PM ∙ Apr 8, 2024"),
        Gen.Const("Posted by Ada Vale on May 4, 2020"), Gen.Const("> "), Gen.Const("😀"), Gen.Const("Twitter / @a: b"), Gen.String[0, 6],
    ];

    private static ArticleText Article(string text, TextLink link) => new()
    {
        Text = text,
        Blocks = [new TextBlock { Start = 0, End = text.Length, Kind = TextBlockKind.Paragraph, Links = [link] }],
    };

    private static ImmutableArray<RecoveredQuote> Recover(string text) => Recover(PlainTextBlocks.Read(text));

    private static ImmutableArray<RecoveredQuote> Recover(ArticleText article) => new QuoteRecoverer(Permalinks.Recognise).Recover(article, TestContext.Current.CancellationToken);
}
