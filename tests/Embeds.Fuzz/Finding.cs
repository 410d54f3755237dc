namespace Embeds.Fuzz;

/// <summary>An article that the library does not stand.</summary>
/// <param name="Kind">What goes wrong, the same for all articles with one cause.</param>
/// <param name="Detail">Everything that is known of it.</param>
internal sealed record Finding(string Kind, string Detail);
