using Embeds.Languages;
using Embeds.Recovery;

namespace Embeds.Tests.Languages;

/// <summary>The entries of the language files by which the frames of widgets and cards are told, each tried by itself.</summary>
public class WidgetEntryTests
{
    private const string Footer = "8:44 AM ∙ Mar 15, 2023";

    public static TheoryData<string, string> CountWords => Plain(file => file.CountWords);

    public static TheoryData<string, string> Buttons => Plain(file => file.Buttons);

    public static TheoryData<string, string> StandIns => Plain(file => file.StandIns);

    public static TheoryData<string, string, string> SoundMarks => ByPlatform(file => file.SoundMarks.SelectMany(pair => pair.Value.Select(mark => (pair.Key, mark))));

    public static TheoryData<string, string, string> HandleShapes => ByPlatform(file => file.HandleShapes.Select(pair => (pair.Key, pair.Value.ToString())));

    public static TheoryData<string, string, string> Lengths => ByPlatform(file => file.Lengths.SelectMany(pair => pair.Value.Select(limit => (pair.Key, limit.From ?? ""))));

    [Theory]
    [MemberData(nameof(CountWords))]
    public void Count_word_may_close_a_card(string language, string entry)
    {
        RecoveredQuote quote = Assert.Single(ArticleOf(language).Recover("Zorvat.", "Nadia Brook @nadiabrook", CueArticle.Words, $"{Footer} 99 {entry}", "Plimeth."));
        Assert.Equal(("card", CueArticle.Words), (quote.Rule, quote.Words));
        Assert.Empty(ArticleOf(language).Recover("Zorvat.", "Nadia Brook @nadiabrook", CueArticle.Words, $"{Footer} 99 Dorquan", "Plimeth."));
    }

    [Theory]
    [MemberData(nameof(Buttons))]
    public void Buttons_belong_to_the_card_above(string language, string entry)
    {
        RecoveredQuote quote = Assert.Single(ArticleOf(language).Recover("Nadia Brook @nadiabrook", CueArticle.Words, Footer, entry));
        Assert.Equal(string.Join("\n\n", "Nadia Brook @nadiabrook", CueArticle.Words, Footer, entry).Length, quote.Whole.End);
    }

    [Theory]
    [MemberData(nameof(StandIns))]
    public void Stand_in_for_a_picture_is_no_word_of_the_post(string language, string entry)
    {
        RecoveredQuote quote = Assert.Single(ArticleOf(language).Recover($"{CueArticle.Words} {entry}\n— Nadia Brook (@nadiabrook) March 15, 2023"));
        Assert.Equal(CueArticle.Words, quote.Words);
    }

    [Theory]
    [MemberData(nameof(SoundMarks))]
    public void Sound_mark_closes_a_video(string language, string platform, string entry)
    {
        RecoveredQuote quote = Assert.Single(ArticleOf(language).Recover("Zorvat.", "@nadiabrook", CueArticle.Words, $"{entry} zorvat plimeth", "Plimeth."));
        Assert.Equal((CueArticle.Words, "nadiabrook", platform), (quote.Words, quote.AuthorHandle, quote.Platform));
    }

    [Theory]
    [MemberData(nameof(HandleShapes))]
    public void Shape_of_a_handle_tells_the_platform_of_a_signed_post(string language, string platform, string entry)
    {
        string handle = entry switch { "Plain" => "nadiabrook", "Domain" => "nadiabrook.example", _ => "nadiabrook@brook.example" };
        RecoveredQuote quote = Assert.Single(ArticleOf(language).Recover($"{CueArticle.Words} — Nadia Brook (@{handle}) March 15, 2023"));
        Assert.Equal((platform, handle), (quote.Platform, quote.AuthorHandle));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Length_of_posts_ends_what_can_be_one(string language, string platform, string from)
    {
        LengthLimit[] limits = [.. ArticleOf(language).File.Lengths[platform]];
        Assert.Equal(limits.OrderBy(limit => limit.From ?? "", StringComparer.Ordinal).Select(limit => limit.Length), limits.Select(limit => limit.Length));
        Assert.InRange(Assert.Single(limits, limit => string.Equals(limit.From ?? "", from, StringComparison.Ordinal)).Length, 100, 100_000);
    }

    private static CueArticle ArticleOf(string language) => CueArticle.Of(language);

    private static TheoryData<string, string> Plain(Func<LanguageFile, IEnumerable<string>> entries)
    {
        var data = new TheoryData<string, string>();
        foreach (LanguageFile file in CueArticle.Files)
            foreach (string entry in entries(file))
                data.Add(file.Language, entry);
        return data;
    }

    private static TheoryData<string, string, string> ByPlatform(Func<LanguageFile, IEnumerable<(string Platform, string Entry)>> entries)
    {
        var data = new TheoryData<string, string, string>();
        foreach (LanguageFile file in CueArticle.Files)
            foreach ((string platform, string entry) in entries(file))
                data.Add(file.Language, platform, entry);
        return data;
    }
}
