namespace Embeds.Recovery;

/// <summary>Addresses as posts show them.</summary>
internal static class ShortLinks
{
    private static readonly string[] Residues = ["pic.twitter.com/", "pic.x.com/", "https://t.co/", "http://t.co/"];

    /// <summary>Where in a word an address begins, or -1. It may be glued to the word before it.</summary>
    public static int IndexIn(ReadOnlySpan<char> word)
    {
        int scheme = word.IndexOf("://");
        if (scheme >= 4)
            return scheme >= 5 && word[scheme - 1] is 's' or 'S' ? scheme - 5 : scheme - 4;
        int picture = ResidueIn(word);
        return picture >= 0 ? picture : word.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? 0 : -1;
    }

    /// <summary>Where the address that only X writes begins, or -1.</summary>
    public static int ResidueIn(ReadOnlySpan<char> words)
    {
        int first = -1;
        foreach (string residue in Residues)
        {
            int index = words.IndexOf(residue);
            if (index >= 0 && (first < 0 || index < first))
                first = index;
        }

        return first;
    }

    /// <summary>Whether a picture's or video's address closes the words, as it does in every post that has one.</summary>
    public static bool EndsWithPicture(ReadOnlySpan<char> words)
    {
        int blank = words.TrimEnd().LastIndexOfAny(' ', '\n', '\t');
        ReadOnlySpan<char> last = words[(blank + 1)..];
        return last.Contains("pic.twitter.com/", StringComparison.Ordinal) || last.Contains("pic.x.com/", StringComparison.Ordinal);
    }
}
