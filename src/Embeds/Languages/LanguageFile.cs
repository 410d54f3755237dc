using System.Text.Json;

namespace Embeds.Languages;

/// <summary>
/// What one language file holds: the words by which articles of that language speak of posts. Phrases that imply a platform
/// stand under its id, the others under <c>any</c>. In <c>widgets</c>, <c>{author}</c> is <c>Name (@handle)</c>, a name or a
/// handle, and <c>{date}</c> a printed date.
/// </summary>
internal sealed record LanguageFile
{
    /// <summary>The tag of the file that holds in every language.</summary>
    public const string Undetermined = "und";

    /// <summary>BCP 47 tag; <c>und</c> for what holds in every language.</summary>
    public required string Language { get; init; }

    /// <summary>Letters beyond a–z that words of this language are written with.</summary>
    public string Letters { get; set; } = "";

    /// <summary>Whether the language is written in Latin letters.</summary>
    public bool IsLatin { get; set; }

    /// <summary>Whether every noun is written with a capital, as in German.</summary>
    public bool CapitalNouns { get; set; }

    /// <summary>The most frequent short words, by which a text's language is told.</summary>
    public string[] FunctionWords { get; set; } = [];

    /// <summary>January to December, each in every spelling that widgets print.</summary>
    public string[][] Months { get; set; } = [];

    /// <summary>Monday to Sunday, each in every spelling that widgets print.</summary>
    public string[][] Weekdays { get; set; } = [];

    /// <summary>Words that may stand inside a printed date.</summary>
    public string[] DateWords { get; set; } = [];

    /// <summary>Words that may close one: <c>Uhr</c>, <c>г.</c></summary>
    public string[] DateEndings { get; set; } = [];

    /// <summary>Marks of the half of the day.</summary>
    public string[] BeforeNoon { get; set; } = [];

    /// <summary>Marks of the half of the day.</summary>
    public string[] AfterNoon { get; set; } = [];

    /// <summary>Verbs that by themselves say that somebody posted.</summary>
    public Dictionary<string, string[]> PostVerbs { get; set; } = [];

    /// <summary>Verbs of writing, which speak of a post only together with a place.</summary>
    public string[] WriteVerbs { get; set; } = [];

    /// <summary>Names of platforms, with the capitals they are written with.</summary>
    public Dictionary<string, string[]> PlatformNames { get; set; } = [];

    /// <summary>Words that make a place of a platform's name: <c>on</c> Twitter. Empty where the language has none.</summary>
    public string[] PlaceWords { get; set; } = [];

    /// <summary>Places said in one phrase, such as <c>Twitter'da</c>.</summary>
    public Dictionary<string, string[]> Places { get; set; } = [];

    /// <summary>Nouns for a post.</summary>
    public Dictionary<string, string[]> Nouns { get; set; } = [];

    /// <summary>Words that may stand before such a noun at the start of a sentence that presents a post.</summary>
    public string[] Determiners { get; set; } = [];

    /// <summary>Words that lead from such a noun to the post's author.</summary>
    public string[] ByWords { get; set; } = [];

    /// <summary>Headings over a list of reactions.</summary>
    public string[] Headings { get; set; } = [];

    /// <summary>Words that say that something was stated elsewhere: a broadcast, an interview, a letter.</summary>
    public string[] Statements { get; set; } = [];

    /// <summary>Verbs by which an article reports; a paragraph that has one is the article's own.</summary>
    public string[] Reports { get; set; } = [];

    /// <summary>What a platform's widget shows in place of a post that it cannot show.</summary>
    public Dictionary<string, string[]> Placeholders { get; set; } = [];

    /// <summary>What a widget prints above the post's words.</summary>
    public Dictionary<string, string[]> Openers { get; set; } = [];

    /// <summary>What a widget prints below them.</summary>
    public Dictionary<string, string[]> Widgets { get; set; } = [];

    /// <summary>What a widget prints that names the author and shows none of the post's words.</summary>
    public Dictionary<string, string[]> Frames { get; set; } = [];

    /// <summary>Words behind the counts that a widget prints below a post.</summary>
    public string[] CountWords { get; set; } = [];

    /// <summary>Lines of buttons that a widget prints below a post.</summary>
    public string[] Buttons { get; set; } = [];

    /// <summary>Marks before the sound of a video, on the last line of its widget.</summary>
    public Dictionary<string, string[]> SoundMarks { get; set; } = [];

    /// <summary>The shape of handle that a platform's widget alone prints in a signature with a dash.</summary>
    public Dictionary<string, HandleShape> HandleShapes { get; set; } = [];

    /// <summary>How long posts can be, by platform, in order of time.</summary>
    public Dictionary<string, LengthLimit[]> Lengths { get; set; } = [];

    /// <summary>What a widget prints in place of a picture, at the end of the words.</summary>
    public string[] StandIns { get; set; } = [];

    /// <summary>Starts of lines that belong to the page, not to the article.</summary>
    public string[] Boilerplate { get; set; } = [];

    /// <summary>First and second person, by which a paragraph is told to be somebody's own voice.</summary>
    public string[] Persons { get; set; } = [];

    /// <summary>Third-person pronouns: a subject that names nobody.</summary>
    public string[] Pronouns { get; set; } = [];

    /// <summary>Words that lead from a name to what its bearer did: <c>Ana Torres, who wrote</c>.</summary>
    public string[] Relatives { get; set; } = [];

    /// <summary>Words that may stand between a name and its verb, or before a name at the start of a sentence.</summary>
    public string[] Fillers { get; set; } = [];

    /// <summary>Titles and offices written with a capital before a name.</summary>
    public string[] Titles { get; set; } = [];

    /// <summary>What stands behind a name in scripts without capitals: <c>さん</c>.</summary>
    public string[] Honorifics { get; set; } = [];

    /// <summary>Small words inside names.</summary>
    public string[] NameParticles { get; set; } = [];

    /// <summary>Greetings and cheers, as people write them in posts.</summary>
    public string[] Greetings { get; set; } = [];

    /// <summary>Words right before a quotation that say it is a title or a borrowed word.</summary>
    public string[] NotBeforeQuote { get; set; } = [];

    /// <summary>Words by which an article says that it translated.</summary>
    public string[] Translations { get; set; } = [];

    /// <summary>Links by which a page offers itself in this language.</summary>
    public string[] LanguageLinks { get; set; } = [];

    /// <exception cref="JsonException">The file is no JSON, or has a list that there is not; the message begins with its name.</exception>
    public static LanguageFile Read(Stream json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize(json, LanguageJson.Default.LanguageFile) ?? throw new JsonException("It is empty.");
        }
        catch (JsonException e)
        {
            throw new JsonException($"{name}: {e.Message}", e);
        }
    }
}
