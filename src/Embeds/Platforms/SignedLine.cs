namespace Embeds.Platforms;

/// <summary>
/// The line by which an embed signs a post: <c>— Ada Example (@ada) May 5, 2014</c>, where the date is the permalink.
/// </summary>
/// <param name="Start">Where the line begins in the text, its dash included.</param>
/// <param name="Name">Display name; null when there is none.</param>
/// <param name="Handle">Handle without <c>@</c>; null when there is none.</param>
internal readonly record struct SignedLine(int Start, string? Name, string? Handle)
{
    // A display name has at most 50 characters on the platforms that sign like this; some count emoji as one.
    private const int MaxLength = 160;

    /// <summary>Reads the line that ends where the date (or the permalink) begins.</summary>
    public static SignedLine? Before(string text, int dateStart)
    {
        var end = TrimEnd(text, dateStart);
        string? handle = null;
        var nameEnd = end;
        if (end > 0 && text[end - 1] == ')')
        {
            var open = text.LastIndexOf('(', end - 1, Math.Min(end, MaxLength));
            if (open >= 0 && TryHandle(text.AsSpan(open + 1, end - open - 2), out handle))
                nameEnd = open;
        }

        var start = DashBefore(text, nameEnd);
        if (start < 0)
            return handle is null ? null : new SignedLine(LineStart(text, nameEnd), NameIn(text, LineStart(text, nameEnd), nameEnd), handle);
        var name = NameIn(text, AfterDash(text, start), nameEnd);
        return name is null && handle is null ? null : new SignedLine(start, name, handle);
    }

    /// <summary>Reads a line in which the permalink itself shows the handle: <c>— @ada</c>, as Medium signs.</summary>
    public static SignedLine? ByLink(string text, int linkStart, int linkEnd)
    {
        var label = text.AsSpan(linkStart, linkEnd - linkStart).Trim();
        var start = LineStart(text, linkStart);
        return label is ['@', _, ..] && !label.Contains(' ') && text.AsSpan(start, linkStart - start).Trim().Trim("—–-").IsEmpty
            ? new SignedLine(start, null, label[1..].ToString())
            : null;
    }

    private static bool TryHandle(ReadOnlySpan<char> inside, out string? handle)
    {
        handle = null;
        inside = inside.Trim();
        if (inside.IsEmpty || inside[0] is not ('@' or '＠') || inside.Length < 2 || inside.ContainsAny(' ', '\n'))
            return false;
        handle = inside[1..].ToString();
        return true;
    }

    /// <summary>
    /// The dash that begins the line. A name may hold a dash of its own, so the first dash of the last line wins if the
    /// line begins with one; else the last dash before the name.
    /// </summary>
    private static int DashBefore(string text, int nameEnd)
    {
        var line = LineStart(text, nameEnd);
        if (line < nameEnd && DashLength(text, line) > 0)
            return line;
        var floor = Math.Max(line, nameEnd - MaxLength);
        for (var i = nameEnd - 1; i >= floor; i--)
        {
            var opensWord = i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i] == '—';
            if (opensWord && DashLength(text, i) > 0 && !(i > 0 && text[i - 1] == '-'))
                return i;
        }

        return -1;
    }

    private static int DashLength(string text, int at) => text[at] switch
    {
        '—' or '–' or '―' => 1,
        // Markdown and typewriters make a dash of one, two or three hyphens.
        '-' => Hyphens(text, at),
        _ => 0,
    };

    private static int Hyphens(string text, int at)
    {
        var end = at;
        while (end < text.Length && end < at + 3 && text[end] == '-')
            end++;
        return end < text.Length && text[end] == ' ' ? end - at : 0;
    }

    private static int AfterDash(string text, int dash) => dash + DashLength(text, dash);

    private static string? NameIn(string text, int start, int end) =>
        start < end && text.AsSpan(start, end - start).Trim() is { Length: > 0 } name ? name.ToString() : null;

    private static int LineStart(string text, int before) =>
        before == 0 ? 0 : text.LastIndexOf('\n', before - 1) + 1;

    private static int TrimEnd(string text, int end)
    {
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }
}
