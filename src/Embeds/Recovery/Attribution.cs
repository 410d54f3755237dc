namespace Embeds.Recovery;

/// <summary>Who the article says wrote a post; each part is null where it does not say.</summary>
/// <param name="Name">The name as printed.</param>
/// <param name="Handle">The handle without <c>@</c>.</param>
internal sealed record Attribution(string? Name, string? Handle)
{
    public static Attribution None { get; } = new(null, null);

    public bool IsNone => Name is null && Handle is null;

    public Attribution Or(Attribution other) => IsNone ? other : this;
}
