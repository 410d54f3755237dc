using Embeds.Articles;
using Embeds.Languages;
using Embeds.Recovery;

namespace Embeds.Tests.Languages;

/// <summary>Builds the smallest article in which one entry of a language file must do its work.</summary>
internal sealed class CueArticle(LanguageFile file)
{
    public const string Author = "Nadia Brook";
    public const string Words = "Zorvat plimeth dorquan velis ambrek";
    public const string MarkedWords = Words + " #zorvat";

    public LanguageFile File { get; } = file;

    /// <summary>Whether the language writes names with capitals, so that a name beside a verb can be read.</summary>
    public bool HasCapitals => File.Language is not ("ja" or "ko" or "zh" or "ar");

    public string PostVerb => File.PostVerbs["x"][0];

    public string Noun => File.Nouns["x"][0];

    /// <summary>A place on Facebook, in the language's own way.</summary>
    public string Place => File.Places.TryGetValue("facebook", out string[]? phrases) ? phrases[0]
        : File.PlaceWords.Length > 0 ? File.PlaceWords[0] + " Facebook"
        : "Facebook";

    public static LanguageFile[] Files => [.. Lexicon.Default.Files];

    public static CueArticle Of(string language) => new(Lexicon.Default.Files.Single(file => string.Equals(file.Language, language, StringComparison.Ordinal)));

    public RecoveredQuote[] Recover(params string[] blocks) =>
        [.. new QuoteRecoverer().Recover(PlainTextBlocks.Read(string.Join("\n\n", blocks), File.Language), TestContext.Current.CancellationToken)];
}
