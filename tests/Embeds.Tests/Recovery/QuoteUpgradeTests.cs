using Embeds.Quotes;
using Microsoft.Extensions.Time.Testing;

namespace Embeds.Tests.Recovery;

public sealed class QuoteUpgradeTests
{
    private static readonly DateTimeOffset Later = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Recovered_quote_becomes_the_post_that_an_older_copy_of_the_article_still_embeds()
    {
        QuoteBlock recovered = Recovered("So glad the bridge is open again today!\n\n— Ada Vale (@adavale) May 4, 2020");
        QuoteBlock[] older = Embedded(Post("adavale", "1257000000000000001", "So glad the bridge is open again today!"), Post("benholt", "1257000000000000002", "I walked over it."));

        QuoteBlock post = Assert.IsType<QuoteBlock>(recovered.UpgradeFrom(older, clock: new FakeTimeProvider(Later)));

        Assert.Equal(("1257000000000000001", "https://x.com/adavale/status/1257000000000000001", "x"), (post.NativeId, post.Url, post.Platform));
        Assert.Equal(recovered.Integrity!.Sha256, post.Integrity!.Previous);
        Assert.Equal(SealCheck.Intact, post.Verify());
        Assert.Equal((Via.Archive, 99, "match.equal"), (post.Provenance[""].Via, post.Provenance[""].Confidence, post.Provenance[""].Rule));
        Assert.Equal("2026-11-24T10:00:00Z", post.CapturedAt);
        Assert.Null(post.Recovery);
        Assert.Equal(recovered.Source.Selectors, post.Source.Selectors);
    }

    [Theory]
    [InlineData("Ada Vale tweeted that she was “glad the bridge is open again”.", "match.contained")]
    [InlineData("Ada Vale tweeted: “So glad that the old bridge is open again today.”", "match.overlapping")]
    public void Part_or_variant_of_a_post_is_taken_to_it(string article, string rule)
    {
        QuoteBlock post = Assert.IsType<QuoteBlock>(Recovered(article).UpgradeFrom(Embedded(Post("adavale", "1257000000000000001", "So glad the old bridge is open again today. And glad the bridge is open again, in the rain!"), Post("adavale", "1257000000000000003", "So glad the old bridge is open again today"))));
        Assert.Equal(rule, post.Provenance[""].Rule);
    }

    [Theory]
    [InlineData("So glad the bridge is open again today!\n\n— Ada Vale (@adavale) May 4, 2020", "benholt", "1257000000000000001")] // another account
    [InlineData("So glad the bridge is open again today!\n\n— Ada Vale (@adavale) May 4, 2010", "adavale", "1257000000000000001")] // another day
    [InlineData("Ada Vale wrote on Facebook: “So glad the bridge is open again today!”", "adavale", "1257000000000000001")] // another platform
    [InlineData("Tweet: The bridge is closed for ever", "adavale", "1257000000000000001")] // other words
    public void Post_that_says_otherwise_is_not_the_quoted_one(string article, string handle, string id) =>
        Assert.Null(Recovered(article).UpgradeFrom(Embedded(Post(handle, id, "So glad the bridge is open again today!"))));

    [Fact]
    public void Two_posts_of_the_same_words_leave_the_quote_as_it_is() =>
        Assert.Null(Recovered("Tweet: So glad the bridge is open again today!").UpgradeFrom(
            Embedded(Post("adavale", "1257000000000000001", "So glad the bridge is open again today!"), Post("benholt", "1257000000000000002", "So glad the bridge is open again today!"))));

    [Fact]
    public void Named_author_decides_between_two_posts_of_the_same_words()
    {
        QuoteBlock? post = Recovered("So glad the bridge is open again today!\n\n— Ben Holt (@benholt) May 4, 2020").UpgradeFrom(
            Embedded(Post("adavale", "1257000000000000001", "So glad the bridge is open again today!"), Post("benholt", "1257000000000000002", "So glad the bridge is open again today!")));
        Assert.Equal("1257000000000000002", post?.NativeId);
    }

    [Fact]
    public void Translated_quote_is_taken_to_its_post_by_what_survives_translation()
    {
        const string article = "Ada Vale tweeted, as translated from Spanish: “Thank you @marisolcosta, after 11 years in Valdoria. #PuenteAbierto”";
        QuoteBlock recovered = Recovered(article);
        Assert.Equal(TranslationState.Certain, recovered.Text.Translated);
        QuoteBlock post = Assert.IsType<QuoteBlock>(recovered.UpgradeFrom(Embedded(Post("adavale", "1257000000000000001", "Gracias @marisolcosta tras 11 años en Valdoria #PuenteAbierto"))));
        Assert.Equal("match.entities", post.Provenance[""].Rule);
        Assert.InRange(post.Provenance[""].Confidence, 50, 80);
    }

    [Fact]
    public void Recovered_quotes_prove_nothing_of_each_other()
    {
        QuoteBlock recovered = Recovered("Tweet: So glad the bridge is open again today!");
        Assert.Null(recovered.UpgradeFrom([recovered]));
    }

    [Fact]
    public void Block_that_was_read_from_markup_is_refused() =>
        Assert.Throws<ArgumentException>(() => Embedded(Post("adavale", "1257000000000000001", "So glad!"))[0].UpgradeFrom([]));

    [Fact]
    public void Sentence_that_quotes_a_part_of_an_embedded_post_is_no_second_quote()
    {
        string page = $"<article><p>Ada Vale tweeted that she was “so glad the bridge is open again”.</p>{Post("adavale", "1257000000000000001", "I am so glad the bridge is open again today!")}</article>";
        Assert.Equal("1257000000000000001", Assert.Single(Read(page)).NativeId);
    }

    [Fact]
    public void Way_by_which_the_posts_were_had_stands_in_the_provenance()
    {
        QuoteBlock post = Recovered("Ada Vale tweeted: “So glad the bridge is open again today!”")
            .UpgradeFrom(Embedded(Post("adavale", "1257000000000000001", "So glad the bridge is open again today!")), Via.Markup)!;
        Assert.Equal((Via.Markup, Via.Recovered), (post.Provenance[""].Via, post.Provenance["/source"].Via));
    }

    private static QuoteBlock Recovered(string text) => Assert.Single(Read(text));

    private static QuoteBlock[] Embedded(params string[] posts) => Read($"<article><p>The bridge.</p>{string.Concat(posts)}</article>");

    private static QuoteBlock[] Read(string article)
    {
        using var archiver = new EmbedArchiver();
        return [.. archiver.Read(article).Blocks];
    }

    private static string Post(string handle, string id, string words) =>
        $"""<blockquote class="twitter-tweet"><p lang="en" dir="ltr">{words}</p>&mdash; {(handle == "adavale" ? "Ada Vale" : "Ben Holt")} (@{handle}) <a href="https://twitter.com/{handle}/status/{id}">May 4, 2020</a></blockquote>""";
}
