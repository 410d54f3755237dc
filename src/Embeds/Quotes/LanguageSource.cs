namespace Embeds.Quotes;

/// <summary>Where a text's language tag came from.</summary>
public enum LanguageSource
{
    /// <summary>The markup or an API says so.</summary>
    Declared,

    /// <summary>It was guessed from the words.</summary>
    Detected,
}
