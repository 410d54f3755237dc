namespace Embeds.Recovery;

/// <summary>
/// The one table of evidence: every rule, and what it adds to or takes from the confidence that a quote is a post. The sum,
/// at most <see cref="Highest"/>, is the percent; below <see cref="Lowest"/> nothing is reported.
/// </summary>
internal sealed record Rule(string Id, int Weight)
{
    /// <summary>Text alone never makes certain.</summary>
    public const int Highest = 99;

    public const int Lowest = 50;

    // What finds a quote.
    public static readonly Rule Signed = new("signed", 95);
    public static readonly Rule SignedUndated = new("signed.undated", 85);
    public static readonly Rule SignedHandleOnly = new("signed.handle-only", 65);
    public static readonly Rule Widget = new("widget", 90);
    public static readonly Rule WidgetOpener = new("widget.opener", 85);
    public static readonly Rule Card = new("card", 90);
    public static readonly Rule PageTitle = new("page-title", 90);
    public static readonly Rule Attributed = new("attributed", 75);
    public static readonly Rule Placeholder = new("placeholder", 90);
    public static readonly Rule BareLink = new("bare-link", 95);
    public static readonly Rule CueLabel = new("cue.label", 80);
    public static readonly Rule CueBefore = new("cue.before", 75);
    public static readonly Rule Inline = new("inline", 90);
    public static readonly Rule Reaction = new("reaction", 55);

    // What supports it.
    public static readonly Rule Permalink = new("permalink", 5);
    public static readonly Rule OpenerAbove = new("widget.opener-above", 5);
    public static readonly Rule CueAbove = new("cue.above", 4);
    public static readonly Rule Mention = new("residue.mention", 5);
    public static readonly Rule Hashtag = new("residue.hashtag", 5);
    public static readonly Rule Emoji = new("residue.emoji", 5);
    public static readonly Rule ShortLink = new("residue.short-link", 5);

    // What speaks against it.
    public static readonly Rule Statement = new("statement", -60);
    public static readonly Rule PlaceholderAnywhere = new("placeholder.anywhere", -30);
    public static readonly Rule FarVerb = new("inline.far", -20);
    public static readonly Rule CueUnnamed = new("cue.unnamed", -10);
    public static readonly Rule GenericNoun = new("cue.generic", -15);

    // What tells about the author and the words, and leaves open whether it is a post.
    public static readonly Rule AuthorNamed = new("author.named", 0);
    public static readonly Rule TranslatedLikely = new("translated.likely", 0);
    public static readonly Rule TranslatedCertain = new("translated.certain", 0);

    /// <summary>At most this much comes from mentions, hashtags, emoji and short links together.</summary>
    public const int MostResidue = 10;
}
