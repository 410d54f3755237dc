namespace Embeds.Cli.Output;

/// <summary>
/// Finds which lines changed. A rewritten page keeps its lines in order and only some give way to others, so the next line
/// that both have, and that neither has twice, is where they meet again.
/// </summary>
internal static class LineChanges
{
    public static List<LineChange> Between(string[] before, string[] after)
    {
        List<LineChange> changes = [];
        var tail = 0;
        while (tail < Math.Min(before.Length, after.Length) && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;
        var (end, newEnd) = (before.Length - tail, after.Length - tail);
        var once = Once(before, 0, end);
        once.IntersectWith(Once(after, 0, newEnd));
        var places = Places(after, newEnd, once);
        var (at, newAt) = (0, 0);
        while (at < end || newAt < newEnd)
        {
            if (at < end && newAt < newEnd && before[at] == after[newAt])
            {
                at++;
                newAt++;
                continue;
            }

            var (start, newStart) = (at, newAt);
            while (at < end && !(places.TryGetValue(before[at], out var place) && place >= newAt))
                at++;
            newAt = at < end ? places[before[at]] : newEnd;
            // Lines that occur more than once and are the same in both go with what follows.
            while (at > start && newAt > newStart && before[at - 1] == after[newAt - 1])
            {
                at--;
                newAt--;
            }

            changes.Add(new LineChange(start, at, newStart, newAt));
        }

        return changes;
    }

    private static HashSet<string> Once(string[] lines, int start, int end) =>
        lines[start..end].CountBy(line => line, StringComparer.Ordinal).Where(c => c.Value == 1).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, int> Places(string[] lines, int end, HashSet<string> once)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < end; i++)
        {
            if (once.Contains(lines[i]))
                places[lines[i]] = i;
        }

        return places;
    }
}
