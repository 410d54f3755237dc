namespace Embeds.Languages;

/// <summary>What a phrase of a language file tells.</summary>
[Flags]
internal enum CueKind
{
    None = 0,
    PostVerb = 1 << 0,
    WriteVerb = 1 << 1,
    Place = 1 << 2,
    Noun = 1 << 3,
    Determiner = 1 << 4,
    ByWord = 1 << 5,
    Heading = 1 << 6,
    Statement = 1 << 7,
    Report = 1 << 8,
    Placeholder = 1 << 9,
    Opener = 1 << 10,
    Widget = 1 << 11,
    Boilerplate = 1 << 12,
    Person = 1 << 13,
    Pronoun = 1 << 14,
    Filler = 1 << 15,
    Title = 1 << 16,
    NameParticle = 1 << 17,
    Greeting = 1 << 18,
    NotBeforeQuote = 1 << 19,
    Translation = 1 << 20,
    LanguageLink = 1 << 21,
    PlatformName = 1 << 22,
    PlaceWord = 1 << 23,
    CountWord = 1 << 24,
    Buttons = 1 << 25,
    Honorific = 1 << 26,
    Relative = 1 << 27,

    /// <summary>The kinds that can start a quote; a text without any of them, and without a handle in brackets, holds none.</summary>
    Anchor = PostVerb | Place | PlatformName | Noun | Heading | Placeholder | Opener | Widget | Buttons,
}
