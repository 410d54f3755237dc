namespace Embeds.Quotes;

/// <summary>Whether the article shows the post's own words or a translation of them.</summary>
public enum TranslationState
{
    /// <summary>The words are the post's own.</summary>
    No,

    /// <summary>Signs of a translation: the words need not be exact.</summary>
    Likely,

    /// <summary>A translation: the words are not the post's own.</summary>
    Certain,
}
