namespace Embeds.Recovery;

/// <summary>What a post's address says by itself.</summary>
/// <param name="Platform">The platform's id.</param>
/// <param name="NativeId">The post's id.</param>
/// <param name="Handle">The author's handle without <c>@</c>, or null where the address does not name it.</param>
internal sealed record PermalinkFacts(string Platform, string? NativeId, string? Handle);
