using System.Collections.Immutable;
using CsCheck;
using Embeds.Quotes;

namespace Embeds.Tests.Rendering;

/// <summary>Texts and facets as nobody would write them. The texts are normal in the way that captured ones are.</summary>
internal static class RandomWords
{
    private static readonly Gen<string> Piece = Gen.Frequency(
        (6, Gen.Char[' ', '~'].Select(c => c.ToString())),
        (3, Gen.OneOf("\n", "\n\n", " ", "  ", "\t", "\n ", " \n", "\n\n\n")),
        (2, Gen.OneOf("-", "+", ":", "\\", "|", "`", "*", "_", "~", "=", "^", "$", "\"", "(", ")", "[", "]", "<", ">", "&", "#", "!", "%", "{", "}")),
        (2, Gen.OneOf("a", "1", "www.", "http://", ":smile:", "1.", "iv.", "--", "&amp;", "|-|", "😀", "e\u0301", "ש", "中", "\u202E", "\u2028", "\u00A0", "\uFEFF")),
        (1, Gen.Char.Select(c => c.ToString())),
        (1, Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32)));

    public static readonly Gen<string> Texts = Piece.Array[0, 24].Select(pieces => VerbatimText.Normalise(string.Concat(pieces)));

    public static readonly Gen<ImmutableArray<Facet>> Facets = Gen.Select(
        Gen.Int[-2, 30],
        Gen.Int[-2, 30],
        Gen.Enum<FacetType>(),
        Gen.OneOf("https://a.example/", "https://b.example/?x=1&y=2", "javascript:alert(1)", null),
        (start, length, type, target) => new Facet { Start = start, End = start + length, Type = type, Target = target })
        .Array[0, 8].Select(facets => facets.ToImmutableArray());
}
