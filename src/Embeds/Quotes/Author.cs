namespace Embeds.Quotes;

/// <summary>Who wrote a post. Every field is null where the source does not say; nothing is guessed.</summary>
public sealed record Author
{
    /// <summary>Display name as shown.</summary>
    public string? Name { get; init; }

    /// <summary>Account name without a leading <c>@</c>; in the fediverse <c>user@host</c>, on Bluesky a domain.</summary>
    public string? Handle { get; init; }

    /// <summary>The platform's stable id of the account: a number in digits, a DID, a channel id.</summary>
    public string? Id { get; init; }

    /// <summary>Address of the account.</summary>
    public string? Url { get; init; }

    /// <summary>Profile picture.</summary>
    public Media? Avatar { get; init; }

    /// <summary>Mark of verification shown.</summary>
    public Verification? Verified { get; init; }
}
