using System.Text.RegularExpressions;
using Embeds.Recovery;

namespace Embeds.Tests.Recovery;

/// <summary>A recogniser of one platform's permalinks, as the library hands one to the recoverer.</summary>
internal static partial class Permalinks
{
    public static PermalinkFacts? Recognise(string address)
    {
        Match match = Status().Match(address);
        return match.Success ? new PermalinkFacts("x", match.Groups["id"].Value, match.Groups["handle"].Value) : null;
    }

    [GeneratedRegex(@"^https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(?<handle>\w{1,15})/status(?:es)?/(?<id>[0-9]{1,20})(?:[?#/].*)?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Status();
}
