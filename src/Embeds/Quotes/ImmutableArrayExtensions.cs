using System.Collections.Immutable;

namespace Embeds.Quotes;

/// <summary>Keeps the model's lists free of the default array, which throws when it is read.</summary>
internal static class ImmutableArrayExtensions
{
    public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> list) => list.IsDefault ? [] : list;
}
