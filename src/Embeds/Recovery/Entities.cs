namespace Embeds.Recovery;

/// <summary>What survives a translation: mentions, hashtags, numbers, names.</summary>
internal static class Entities
{
    private const int Fewest = 2;

    /// <summary>How many percent of the entities of either text the other has, too; null where there are too few to tell.</summary>
    public static int? Overlap(string left, string right)
    {
        HashSet<string> mine = Of(left), theirs = Of(right);
        int shared = mine.Count(theirs.Contains);
        return shared < Fewest ? null : 100 * shared / Math.Max(1, Math.Min(mine.Count, theirs.Count));
    }

    private static HashSet<string> Of(string words)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < words.Length;)
        {
            int start = i;
            if (words[i] is '@' or '#')
                i++;
            int letters = i;
            while (i < words.Length && Languages.Scripts.IsWordChar(words[i]))
                i++;
            if (i > letters && IsEntity(words, start, letters))
                found.Add(words[start..i]);
            if (i == start)
                i++;
        }

        return found;
    }

    /// <summary>A capital inside a sentence is a name's; at its start it may be any word's.</summary>
    private static bool IsEntity(string words, int start, int letters)
    {
        if (letters > start || char.IsDigit(words[letters]))
            return true;
        int before = start - 1;
        while (before >= 0 && words[before] == ' ')
            before--;
        return char.IsUpper(words[letters]) && before >= 0 && words[before] is not ('.' or '!' or '?' or '\n' or ':' or '¡' or '¿');
    }
}
