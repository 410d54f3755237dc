using System.Text.RegularExpressions;
using Embeds.Quotes;

namespace Embeds.Platforms.Sources;

/// <summary>Finds <c>@names</c> and <c>#tags</c> in words whose platform says nowhere which of them are some.</summary>
internal static partial class SignFacets
{
    private const int MaxFacets = 1000;

    /// <summary>The words as a post's text, with a facet for each name and tag.</summary>
    /// <param name="text">The words.</param>
    /// <param name="profileOf">The address of a name's account; the name may have a host behind it, as in <c>ada@social.example</c>.</param>
    public static PostText In(PostText text, Func<string, string?> profileOf)
    {
        var points = new CodePointIndex(text.Value);
        var facets = text.Facets.ToBuilder();
        foreach (Match match in Signs().Matches(text.Value))
        {
            if (facets.Count >= MaxFacets)
                break;
            var sign = match.Groups["sign"];
            var name = match.Groups["name"].Value.TrimEnd('.');
            var isMention = sign.Value == "@";
            // A name has letters of ASCII and dots in it, a tag neither.
            if (name.Length == 0 || isMention && !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-' or '@'))
                continue;
            name = isMention ? name : name.Split('.', '@')[0];
            if (name.Length == 0 || !isMention && name.All(char.IsDigit))
                continue;
            facets.Add(new Facet
            {
                Start = points.At(sign.Index),
                End = points.At(sign.Index + 1 + name.Length),
                Type = isMention ? FacetType.Mention : FacetType.Hashtag,
                Target = isMention ? profileOf(name) : name,
            });
        }

        return text with { Facets = facets.ToImmutable() };
    }

    [GeneratedRegex(@"(?:^|[^\p{L}\p{N}_@#&/])(?<sign>[@#])(?<name>[\p{L}\p{M}\p{N}_.]+(?:@[A-Za-z0-9.-]*[A-Za-z0-9])?)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
