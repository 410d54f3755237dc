namespace Embeds.Languages;

[Flags]
internal enum DateWordKind
{
    None = 0,
    Weekday = 1,
    Filler = 2,
    BeforeNoon = 4,
    AfterNoon = 8,
    Ending = 16,
}
