using Embeds.Languages;
using Embeds.Quotes;
using Embeds.Recovery;

namespace Embeds.Tests.Languages;

/// <summary>Every entry of every language file, tried by itself. A new language is tested by being there.</summary>
public class LanguageFileTests
{
    public static TheoryData<string> Languages => [.. CueArticle.Files.Select(file => file.Language)];

    public static TheoryData<string, string, string> PostVerbs => ByPlatform(file => file.PostVerbs);

    public static TheoryData<string, string> WriteVerbs => Plain(file => file.WriteVerbs);

    public static TheoryData<string, string, string> PlatformNames => ByPlatform(file => file.PlatformNames, withUndetermined: false);

    public static TheoryData<string, string> PlaceWords => Plain(file => file.PlaceWords);

    public static TheoryData<string, string, string> Places => ByPlatform(file => file.Places);

    public static TheoryData<string, string, string> Nouns => ByPlatform(file => file.Nouns);

    public static TheoryData<string, string> Determiners => Plain(file => file.Determiners);

    public static TheoryData<string, string> ByWords => Plain(file => file.ByWords);

    public static TheoryData<string, string> Headings => Plain(file => file.Headings);

    public static TheoryData<string, string> Statements => Plain(file => file.Statements);

    public static TheoryData<string, string> Reports => Plain(file => file.Reports);

    public static TheoryData<string, string, string> Placeholders => ByPlatform(file => file.Placeholders);

    public static TheoryData<string, string, string> Openers => ByPlatform(file => file.Openers);

    public static TheoryData<string, string, string> Widgets => ByPlatform(file => file.Widgets);

    public static TheoryData<string, string, string> Frames => ByPlatform(file => file.Frames);

    public static TheoryData<string, string> Boilerplate => Plain(file => file.Boilerplate);

    public static TheoryData<string, string> Persons => Plain(file => file.Persons);

    public static TheoryData<string, string> Pronouns => Plain(file => file.Pronouns);

    public static TheoryData<string, string> Relatives => Plain(file => file.Relatives);

    public static TheoryData<string, string> Fillers => Plain(file => file.Fillers);

    public static TheoryData<string, string> Titles => Plain(file => file.Titles);

    public static TheoryData<string, string> Honorifics => Plain(file => file.Honorifics);

    public static TheoryData<string, string> NameParticles => Plain(file => file.NameParticles);

    public static TheoryData<string, string> Greetings => Plain(file => file.Greetings);

    public static TheoryData<string, string> NotBeforeQuote => Plain(file => file.NotBeforeQuote);

    public static TheoryData<string, string> Translations => Plain(file => file.Translations);

    public static TheoryData<string, string> LanguageLinks => Plain(file => file.LanguageLinks);

    public static TheoryData<string, string> FunctionWords => Plain(file => file.FunctionWords);

    [Theory]
    [MemberData(nameof(Languages))]
    public void File_holds_no_entry_twice_or_untidy(string language)
    {
        LanguageFile file = CueArticle.Of(language).File;
        foreach (IGrouping<CueKind, Cue> kind in Lexicon.CuesOf(file).GroupBy(cue => cue.Kind))
        {
            Assert.All(kind, cue => Assert.Equal(string.Join(' ', cue.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)), cue.Text));
            Assert.Empty(kind.GroupBy(cue => cue.Text + cue.Widget, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
        }

        string[][] lists = [file.FunctionWords, file.DateWords, file.DateEndings, file.BeforeNoon, file.AfterNoon, .. file.Months, .. file.Weekdays];
        Assert.Empty(lists.SelectMany(list => list.GroupBy(word => word, StringComparer.Ordinal)).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void File_holds_what_every_form_needs(string language)
    {
        LanguageFile file = CueArticle.Of(language).File;
        if (file.Language is LanguageFile.Undetermined)
            return;
        (string List, bool IsThere)[] needed =
        [
            ("months (12)", file.Months.Length == 12),
            ("weekdays (7)", file.Weekdays.Length == 7),
            ("postVerbs.x", file.PostVerbs.ContainsKey("x")),
            ("writeVerbs", file.WriteVerbs.Length > 0),
            ("nouns.x", file.Nouns.ContainsKey("x")),
            ("headings", file.Headings.Length > 0),
            ("statements", file.Statements.Length > 0),
            ("reports", file.Reports.Length > 0),
            ("placeholders.any", file.Placeholders.ContainsKey("any")),
            ("openers.instagram", file.Openers.ContainsKey("instagram")),
            ("widgets.instagram", file.Widgets.ContainsKey("instagram")),
            ("boilerplate", file.Boilerplate.Length > 0),
            ("persons", file.Persons.Length > 0),
            ("translations", file.Translations.Length > 0),
            ("languageLinks", file.LanguageLinks.Length > 0),
        ];
        string[] missing = [.. needed.Where(list => !list.IsThere).Select(list => list.List)];
        Assert.True(missing.Length == 0, $"{language}.json lacks what every language needs: {string.Join(", ", missing)}");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(PostVerbs))]
    public void Post_verb_leads_to_a_quote(string language, string platform, string entry)
    {
        var article = CueArticle.Of(language);
        RecoveredQuote quote = Assert.Single(article.Recover($"{CueArticle.Author} {entry}: “{CueArticle.Words}”"));
        Assert.Equal(CueArticle.Words, quote.Words);
        Assert.Equal(platform, quote.Platform ?? "any");
        if (article.HasCapitals)
            Assert.Equal(CueArticle.Author, quote.AuthorName);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(WriteVerbs))]
    public void Write_verb_leads_to_a_quote_only_with_a_place(string language, string entry)
    {
        var article = CueArticle.Of(language);
        RecoveredQuote quote = Assert.Single(article.Recover($"{CueArticle.Author} {entry} {article.Place}: “{CueArticle.Words}”"));
        Assert.Equal("facebook", quote.Platform);
        Assert.Empty(article.Recover($"{CueArticle.Author} {entry}: “{CueArticle.Words}”"));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(PlatformNames))]
    public void Platform_name_makes_a_place(string language, string platform, string entry)
    {
        var article = CueArticle.Of(language);
        string place = article.File.PlaceWords.Length == 0 ? entry : $"{article.File.PlaceWords[0]} {entry}";
        RecoveredQuote quote = Assert.Single(article.Recover($"{CueArticle.Author} {article.File.WriteVerbs[0]} {place}: “{CueArticle.Words}”"));
        Assert.Equal(platform, quote.Platform ?? "any");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(PlaceWords))]
    public void Place_word_makes_a_place_of_a_name(string language, string entry)
    {
        var article = CueArticle.Of(language);
        RecoveredQuote quote = Assert.Single(article.Recover($"{CueArticle.Author} {article.File.WriteVerbs[0]} {entry} X: “{CueArticle.Words}”"));
        Assert.Equal("x", quote.Platform);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Places))]
    public void Place_makes_a_write_verb_speak_of_a_post(string language, string platform, string entry)
    {
        var article = CueArticle.Of(language);
        RecoveredQuote quote = Assert.Single(article.Recover($"{CueArticle.Author} {entry} {article.File.WriteVerbs[0]}: “{CueArticle.Words}”"));
        Assert.Equal(platform, quote.Platform ?? "any");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Nouns))]
    public void Noun_labels_a_block_or_makes_a_place(string language, string platform, string entry)
    {
        var article = CueArticle.Of(language);
        RecoveredQuote quote = Assert.Single(platform is "any"
            ? article.Recover($"{CueArticle.Author} {article.File.WriteVerbs[0]} {entry}: “{CueArticle.MarkedWords}”")
            : article.Recover($"{entry}: {CueArticle.Words}"));
        Assert.Equal(platform, quote.Platform ?? "any");
        Assert.True(quote.AuthorName is null || platform is "any");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Determiners))]
    public void Determiner_may_stand_before_the_noun_that_presents_a_post(string language, string entry)
    {
        var article = CueArticle.Of(language);
        RecoveredQuote quote = Assert.Single(article.Recover($"{entry} {article.Noun} zorvat plimeth dorquan", CueArticle.MarkedWords));
        Assert.Equal(CueArticle.MarkedWords, quote.Words);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(ByWords))]
    public void By_word_leads_to_the_author(string language, string entry)
    {
        var article = CueArticle.Of(language);
        RecoveredQuote quote = Assert.Single(article.Recover($"{article.Noun} {entry} {CueArticle.Author}: {CueArticle.Words}"));
        Assert.Equal(CueArticle.Author, quote.AuthorName);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Headings))]
    public void Heading_announces_reactions(string language, string entry)
    {
        RecoveredQuote[] quotes = CueArticle.Of(language).Recover(entry, CueArticle.Words + "!", "Dorquan " + CueArticle.Words + "!");
        Assert.Equal(2, quotes.Length);
        Assert.All(quotes, quote => Assert.Equal(("reaction", (string?)null, (string?)null), (quote.Rule, quote.Platform, quote.AuthorName)));
        Assert.All(quotes, quote => Assert.InRange(quote.Confidence.Post, 50, 79));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Statements))]
    public void Statement_elsewhere_is_no_post(string language, string entry)
    {
        var article = CueArticle.Of(language);
        Assert.Empty(article.Recover($"{CueArticle.Author} {article.PostVerb} {entry}: “{CueArticle.Words}”"));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Reports))]
    public void Report_is_the_articles_own_and_no_reaction(string language, string entry)
    {
        var article = CueArticle.Of(language);
        Assert.Empty(article.Recover(article.File.Headings[0], $"{CueArticle.Words} {entry} zorvat!"));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Placeholders))]
    public void Placeholder_is_a_post_without_its_words(string language, string platform, string entry)
    {
        RecoveredQuote quote = Assert.Single(CueArticle.Of(language).Recover("Zorvat.", entry, "Plimeth."));
        Assert.Equal((TextCompleteness.Absent, "", platform), (quote.Completeness, quote.Words, quote.Platform ?? "any"));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Openers))]
    public void Opener_alone_is_a_post_without_its_words(string language, string platform, string entry)
    {
        RecoveredQuote quote = Assert.Single(CueArticle.Of(language).Recover("Zorvat.", entry, "Plimeth."));
        Assert.Equal((TextCompleteness.Absent, "", platform), (quote.Completeness, quote.Words, quote.Platform));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Widgets))]
    public void Widget_closes_a_post(string language, string platform, string entry)
    {
        var article = CueArticle.Of(language);
        bool isFacebook = platform is "facebook";
        string date = DateIn(article.File);
        string line = entry
            .Replace("{author}", isFacebook ? CueArticle.Author : $"{CueArticle.Author} (@nadia.brook)", StringComparison.Ordinal)
            .Replace("{date}", date, StringComparison.Ordinal);
        RecoveredQuote quote = Assert.Single(article.Recover("Zorvat.", CueArticle.MarkedWords, line, "Plimeth."));
        Assert.Equal(CueArticle.MarkedWords, quote.Words);
        Assert.Equal(CueArticle.Author, quote.AuthorName);
        Assert.Equal(isFacebook ? null : "nadia.brook", quote.AuthorHandle);
        Assert.Equal(platform, quote.Platform ?? "any");
        if (entry.Contains("{date}", StringComparison.Ordinal))
            Assert.Equal(("2017-11-17", date), (quote.Published.At, quote.Published.AsShown));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Frames))]
    public void Frame_names_the_author_and_holds_no_words(string language, string platform, string entry)
    {
        string line = entry.Replace("{author}", "@nadia@brook.example", StringComparison.Ordinal);
        RecoveredQuote quote = Assert.Single(CueArticle.Of(language).Recover("Zorvat.", CueArticle.MarkedWords, line, "Plimeth."));
        Assert.Equal(("", "nadia@brook.example", "mastodon"), (quote.Words, quote.AuthorHandle, quote.Platform));
        Assert.Equal("any", platform);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Boilerplate))]
    public void Boilerplate_ends_the_reactions(string language, string entry)
    {
        var article = CueArticle.Of(language is LanguageFile.Undetermined ? "en" : language);
        RecoveredQuote[] quotes = article.Recover(article.File.Headings[0], CueArticle.Words + "!", $"{entry} {CueArticle.Words}!", CueArticle.Words + "!!");
        Assert.Single(quotes);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Persons))]
    public void Person_makes_a_paragraph_somebodys_own_voice(string language, string entry)
    {
        var article = CueArticle.Of(language);
        Assert.Empty(article.Recover(article.File.Headings[0], "Zorvat plimeth dorquan."));
        Assert.Single(article.Recover(article.File.Headings[0], $"Zorvat {entry} plimeth dorquan."));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Pronouns))]
    public void Pronoun_names_nobody(string language, string entry)
    {
        var article = CueArticle.Of(language);
        RecoveredQuote quote = Assert.Single(article.Recover($"{Capital(entry)} {article.PostVerb}: “{CueArticle.Words}”"));
        Assert.Null(quote.AuthorName);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Relatives))]
    public void Relative_leads_back_to_the_name(string language, string entry)
    {
        var article = CueArticle.Of(language);
        Assert.Equal(CueArticle.Author, Assert.Single(article.Recover($"{CueArticle.Author}, {entry} {article.PostVerb}: “{CueArticle.Words}”")).AuthorName);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Fillers))]
    public void Filler_may_stand_between_name_and_verb_or_before_the_name(string language, string entry)
    {
        var article = CueArticle.Of(language);
        if (!article.HasCapitals)
            return;
        Assert.Equal(CueArticle.Author, Assert.Single(article.Recover($"{CueArticle.Author} {entry} {article.PostVerb}: “{CueArticle.Words}”")).AuthorName);
        Assert.Equal(CueArticle.Author, Assert.Single(article.Recover($"{Capital(entry)} {CueArticle.Author} {article.PostVerb}: “{CueArticle.Words}”")).AuthorName);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Titles))]
    public void Title_is_not_part_of_the_name(string language, string entry)
    {
        var article = CueArticle.Of(language);
        Assert.Equal(CueArticle.Author, Assert.Single(article.Recover($"Zorvat {entry} {CueArticle.Author} {article.PostVerb}: “{CueArticle.Words}”")).AuthorName);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Honorifics))]
    public void Honorific_ends_a_name(string language, string entry)
    {
        var article = CueArticle.Of(language);
        string name = language is "ko" ? "김하늘" : "山田花子";
        Assert.Equal(name, Assert.Single(article.Recover($"{name}{entry} {article.PostVerb}: “{CueArticle.Words}”")).AuthorName);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(NameParticles))]
    public void Particle_is_part_of_the_name(string language, string entry)
    {
        var article = CueArticle.Of(language);
        Assert.Equal($"Nadia {entry} Brook", Assert.Single(article.Recover($"Nadia {entry} Brook {article.PostVerb}: “{CueArticle.Words}”")).AuthorName);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Greetings))]
    public void Greeting_makes_a_paragraph_somebodys_own_voice(string language, string entry)
    {
        var article = CueArticle.Of(language);
        Assert.Single(article.Recover(article.File.Headings[0], $"{Capital(entry)} {CueArticle.Words}."));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(NotBeforeQuote))]
    public void Word_before_a_short_quotation_makes_it_no_post(string language, string entry)
    {
        var article = CueArticle.Of(language);
        Assert.Empty(article.Recover($"{CueArticle.Author} {article.PostVerb} zorvat {entry} “Plimeth dorquan velis”"));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Translations))]
    public void Translation_is_told(string language, string entry)
    {
        var article = CueArticle.Of(language);
        RecoveredQuote quote = Assert.Single(article.Recover($"{CueArticle.Author} {article.PostVerb} {entry}: “{CueArticle.Words}”"));
        Assert.Equal(TranslationState.Certain, quote.Translated);
        Assert.InRange(quote.Confidence.Words, 0, 10);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(LanguageLinks))]
    public void Language_link_in_another_language_is_a_sign_of_translation(string language, string entry)
    {
        var article = CueArticle.Of(language is "en" ? "de" : "en");
        RecoveredQuote quote = Assert.Single(article.Recover(entry, $"{CueArticle.Author} {article.PostVerb}: “{CueArticle.Words}”"));
        Assert.Equal(TranslationState.Likely, quote.Translated);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(FunctionWords))]
    public void Function_word_counts_for_its_language(string language, string entry)
    {
        string[] others = [.. CueArticle.Of(language).File.FunctionWords.Where(word => !string.Equals(word, entry, StringComparison.Ordinal))];
        Assert.Equal(language, Lexicon.Default.Guess.Of(string.Join(' ', others.Prepend(entry))));
        Assert.True(Lexicon.Default.Guess.IsFunctionWord(entry));
    }

    private static string DateIn(LanguageFile file) => file.Language switch
    {
        "ja" => "2017年11月17日",
        "ko" => "2017년 11월 17일",
        "zh" => "2017年11月17日",
        _ => $"17 {file.Months[10][0]} 2017",
    };

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static TheoryData<string, string> Plain(Func<LanguageFile, string[]> entries)
    {
        var data = new TheoryData<string, string>();
        foreach (LanguageFile file in CueArticle.Files)
            foreach (string entry in entries(file))
                data.Add(file.Language, entry);
        return data;
    }

    private static TheoryData<string, string, string> ByPlatform(Func<LanguageFile, Dictionary<string, string[]>> entries, bool withUndetermined = true)
    {
        var data = new TheoryData<string, string, string>();
        foreach (LanguageFile file in CueArticle.Files)
            if (withUndetermined || file.Language is not LanguageFile.Undetermined)
                foreach ((string platform, string[] phrases) in entries(file))
                    foreach (string phrase in phrases)
                        data.Add(file.Language, platform, phrase);
        return data;
    }
}
