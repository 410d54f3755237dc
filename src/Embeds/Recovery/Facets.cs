using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>
/// Mentions, hashtags, addresses in the words of a post, and where an editor may have touched them his glosses; offsets are
/// code points.
/// </summary>
internal static class Facets
{
    private const int LongestGloss = 60;

    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \n\r\t\u00A0\"”»<>");
    private static readonly SearchValues<char> NotInGloss = SearchValues.Create("@#\n(");

    public static ImmutableArray<Facet> Of(string words, bool mayBeEdited)
    {
        var codePoints = new CodePointIndex(words);
        var facets = ImmutableArray.CreateBuilder<Facet>();
        for (int i = 0; i < words.Length;)
        {
            Found found = At(words, i);
            if (found.Span.IsEmpty || (found.Type == FacetType.Gloss && !mayBeEdited))
            {
                i++;
                continue;
            }

            facets.Add(new Facet { Start = codePoints.At(found.Span.Start), End = codePoints.At(found.Span.End), Type = found.Type, Target = found.Target });
            i = found.Span.End;
            if (mayBeEdited && found.Type is FacetType.Mention or FacetType.Hashtag && GlossBehind(words, i) is { IsEmpty: false } gloss)
            {
                facets.Add(new Facet { Start = codePoints.At(gloss.Start), End = codePoints.At(gloss.End), Type = FacetType.Gloss });
                i = gloss.End;
            }
        }

        return facets.DrainToImmutable();
    }

    private static Found At(string words, int i)
    {
        bool starts = i == 0 || !char.IsLetterOrDigit(words[i - 1]);
        switch (words[i])
        {
            case '@' or '＠' when starts && Handles.At(words, i, words.Length) is { IsEmpty: false } handle:
                return new Found(FacetType.Mention, new TextSpan(i, handle.End), null);
            case '#' or '＃' when starts && TagEnd(words, i + 1) is var tag && tag > i + 1:
                return new Found(FacetType.Hashtag, new TextSpan(i, tag), words[(i + 1)..tag]);
            case '[' when i > 0 && BracketEnd(words, i, ']') is var end && end > 0:
                return new Found(FacetType.Gloss, new TextSpan(i, end), null);
            case 'h' or 'p' or 'w' when ShortLinks.IndexIn(AddressAt(words, i)) == 0:
                ReadOnlySpan<char> address = AddressAt(words, i);
                return new Found(FacetType.Link, new TextSpan(i, i + address.Length), address.StartsWith("http", StringComparison.Ordinal) ? address.ToString() : null);
            default:
                return default;
        }
    }

    /// <summary>Letters, digits, marks and <c>_</c>, but not digits alone.</summary>
    private static int TagEnd(string words, int start)
    {
        int i = start;
        bool hasLetter = false;
        while (i < words.Length && Languages.Scripts.IsWordChar(words[i]))
            hasLetter |= !char.IsDigit(words[i++]);
        return hasLetter ? i : start;
    }

    private static ReadOnlySpan<char> AddressAt(string words, int start)
    {
        ReadOnlySpan<char> rest = words.AsSpan(start);
        int end = rest.IndexOfAny(AddressEnds);
        ReadOnlySpan<char> address = end < 0 ? rest : rest[..end];
        int wide = address.IndexOfAnyInRange('\u2E80', '\uFFEF');
        return (wide < 0 ? address : address[..wide]).TrimEnd(".,;:!?)…");
    }

    /// <summary><c>@alcaldesa (Mayor Torres)</c>: an editor explains a handle or a tag to readers of another language.</summary>
    public static TextSpan GlossBehind(string words, int after)
    {
        int open = after + 1;
        if (open + 1 >= words.Length || words[after] != ' ' || words[open] != '(' || !char.IsUpper(words[open + 1]))
            return default;
        int end = BracketEnd(words, open, ')');
        return end > 0 ? new TextSpan(open, end) : default;
    }

    private static int BracketEnd(string words, int open, char close)
    {
        ReadOnlySpan<char> inside = words.AsSpan(open + 1, Math.Min(LongestGloss, words.Length - open - 1));
        int length = inside.IndexOf(close);
        return length > 0 && char.IsLetter(inside[0]) && !inside[..length].ContainsAny(NotInGloss) ? open + length + 2 : -1;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Found(FacetType Type, TextSpan Span, string? Target);
}
