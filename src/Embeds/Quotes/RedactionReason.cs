namespace Embeds.Quotes;

/// <summary>Why a part of a block was removed.</summary>
public enum RedactionReason
{
    /// <summary>The post was deleted.</summary>
    Deletion,

    /// <summary>Its author asked.</summary>
    AuthorRequest,

    /// <summary>The law asked.</summary>
    Legal,

    /// <summary>To protect somebody.</summary>
    Privacy,

    /// <summary>The retention policy asked.</summary>
    Policy,
}
