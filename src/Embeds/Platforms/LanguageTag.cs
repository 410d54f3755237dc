namespace Embeds.Platforms;

/// <summary>Language tags as embeds declare them (BCP 47).</summary>
internal static class LanguageTag
{
    /// <summary>Whether a tag has the right form and names a language: <c>und</c>, <c>zxx</c> and X's <c>q…</c> codes do not.</summary>
    public static bool IsKnown(string? tag)
    {
        if (tag is null || tag.Length is < 2 or > 35 || tag is "und" or "zxx")
            return false;
        var first = true;
        foreach (var range in tag.AsSpan().Split('-'))
        {
            var part = tag.AsSpan()[range];
            if (part.Length is 0 or > 8 || first && (part.Length is < 2 or > 3 || part.ContainsAnyExceptInRange('A', 'z')))
                return false;
            foreach (var c in part)
            {
                if (!char.IsAsciiLetterOrDigit(c))
                    return false;
            }

            if (first && part.Length == 3 && part[0] == 'q')
                return false;
            first = false;
        }

        return true;
    }
}
