namespace Embeds.Recovery;

/// <summary>
/// The one table of evidence: every rule, and what it adds to or takes from the confidence that a quote is a post. The sum,
/// at most <see cref="Highest"/>, is the percent; below <see cref="Lowest"/> nothing is reported.
/// </summary>
/// <param name="Id">Its name in the evidence.</param>
/// <param name="Weight">Percent points.</param>
/// <param name="Why">What it saw, as a journalist would say it; the words that it saw are set behind.</param>
internal sealed record Rule(string Id, int Weight, string Why)
{
    /// <summary>Text alone never makes certain.</summary>
    public const int Highest = 99;

    public const int Lowest = 50;

    // What finds a quote.
    public static readonly Rule Signed = new("signed", 95, "The text ends with a name, a handle and a date, as an embedded post does when its markup is gone");
    public static readonly Rule SignedUndated = new("signed.undated", 85, "The text ends with a name and a handle behind a dash, as an embedded post does");
    public static readonly Rule SignedHandleOnly = new("signed.handle-only", 65, "A handle stands below these words as their source");
    public static readonly Rule Widget = new("widget", 90, "This is the line that the platform's widget prints below a post");
    public static readonly Rule WidgetSound = new("widget.sound", 90, "A handle above and the sound of a video below frame these words, as the platform's widget does");
    public static readonly Rule WidgetOpener = new("widget.opener", 85, "The platform's widget prints this where a post can be opened");
    public static readonly Rule Card = new("card", 90, "A name with a handle above and a time with a date below frame these words, as a card of a post does");
    public static readonly Rule PageTitle = new("page-title", 90, "The title of the post's old page stands below these words");
    public static readonly Rule Attributed = new("attributed", 75, "A source line with a dash names the platform");
    public static readonly Rule Placeholder = new("placeholder", 90, "The platform's widget prints this where it shows no post");
    public static readonly Rule BareLink = new("bare-link", 95, "The address of a post stands alone on its line");
    public static readonly Rule CueLabel = new("cue.label", 80, "A word for a post and a colon stand before these words");
    public static readonly Rule CueBefore = new("cue.before", 75, "The sentence before presents a post, and these words read as one");
    public static readonly Rule Inline = new("inline", 90, "A verb of posting leads to this quotation in the same sentence");
    public static readonly Rule Reaction = new("reaction", 55, "The paragraph stands in another voice under a heading that announces reactions");

    // What supports it.
    public static readonly Rule Permalink = new("permalink", 5, "The post's address stands with it");
    public static readonly Rule OpenerAbove = new("widget.opener-above", 5, "This is the line that the platform's widget prints above a post");
    public static readonly Rule CueAbove = new("cue.above", 4, "The words before present a post");
    public static readonly Rule Mention = new("residue.mention", 5, "The words mention an account");
    public static readonly Rule Hashtag = new("residue.hashtag", 5, "The words have a hashtag");
    public static readonly Rule Emoji = new("residue.emoji", 5, "The words have an emoji");
    public static readonly Rule ShortLink = new("residue.short-link", 5, "The words have an address that only X makes");

    // What speaks against it.
    public static readonly Rule Statement = new("statement", -60, "The sentence says that it was stated elsewhere than in a post");
    public static readonly Rule PlaceholderAnywhere = new("placeholder.anywhere", -30, "The line does not say of which platform the content was");
    public static readonly Rule FarVerb = new("inline.far", -20, "Many words stand between the verb and the quotation");
    public static readonly Rule CueUnnamed = new("cue.unnamed", -10, "The sentence names nobody, and the words have no mark of a post");
    public static readonly Rule GenericNoun = new("cue.generic", -15, "The sentence speaks of a post without saying where");

    // What tells about the author and the words, and leaves open whether it is a post.
    public static readonly Rule AuthorNamed = new("author.named", 0, "The words that present the post name its author");
    public static readonly Rule TranslatedTold = new("translated.told", 0, "The article says that it translated these words");
    public static readonly Rule TranslatedGloss = new("translated.gloss", 0, "The editor explains a handle or a tag inside the quote, in an article that shows other signs of translation");
    public static readonly Rule TranslatedLink = new("translated.link", 0, "The article offers itself in another language, so its quotes may be translated");
    public static readonly Rule TranslatedNames = new("translated.names", 0, "Many names are written with letters of another language, so the quotes may be translated");

    /// <summary>At most this much comes from mentions, hashtags, emoji and short links together.</summary>
    public const int MostResidue = 10;
}
