using Embeds.Languages;

namespace Embeds.Benchmarks.Recovery;

/// <summary>A post that is known to stand in a flattened text. Spans are UTF-16 units.</summary>
/// <param name="Whole">All that is left of it.</param>
/// <param name="Words">Its words; null where none are left.</param>
/// <param name="Name">Its author's name, where it stands there.</param>
/// <param name="Handle">Its author's handle, where it stands there.</param>
/// <param name="PublishedAt">Its day, where one is printed.</param>
internal sealed record FlatPost(TextSpan Whole, TextSpan? Words, TextSpan? Name, TextSpan? Handle, string? PublishedAt);
