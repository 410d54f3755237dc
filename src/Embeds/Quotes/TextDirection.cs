namespace Embeds.Quotes;

/// <summary>Base direction of a text.</summary>
public enum TextDirection
{
    /// <summary>Left to right.</summary>
    Ltr,

    /// <summary>Right to left.</summary>
    Rtl,

    /// <summary>By its first strong character.</summary>
    Auto,
}
