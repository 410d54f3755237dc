namespace Embeds.Languages;

/// <summary>
/// A widget's line split at its holes: <c>A post shared by {author} on {date}</c>. The author stands before or after the
/// literal that anchors the pattern; the date, where there is one, is read wherever it follows.
/// </summary>
internal sealed record WidgetPattern
{
    private const string AuthorHole = "{author}";
    private const string DateHole = "{date}";

    /// <summary>The words that find the pattern in a text.</summary>
    public required string Anchor { get; init; }

    /// <summary>Whether the author stands before <see cref="Anchor"/>.</summary>
    public required bool AuthorFirst { get; init; }

    /// <summary>The words between the author and the date; empty where no date follows.</summary>
    public required string BeforeDate { get; init; }

    /// <summary>Words that close the line after the author; empty where a date follows.</summary>
    public required string Tail { get; init; }

    /// <summary>Whether a date belongs to the line.</summary>
    public required bool HasDate { get; init; }

    /// <summary>Whether the post's words stand above the line.</summary>
    public bool HasWords { get; init; } = true;

    public static WidgetPattern Parse(string pattern)
    {
        int author = pattern.IndexOf(AuthorHole, StringComparison.Ordinal);
        if (author < 0)
            throw new FormatException($"The widget '{pattern}' has no {AuthorHole}.");
        string before = pattern[..author].Trim();
        string after = pattern[(author + AuthorHole.Length)..];
        int date = after.IndexOf(DateHole, StringComparison.Ordinal);
        string between = (date < 0 ? after : after[..date]).Trim();
        bool authorFirst = before.Length == 0;
        return new WidgetPattern
        {
            Anchor = authorFirst ? between : before,
            AuthorFirst = authorFirst,
            BeforeDate = date >= 0 && !authorFirst ? between : "",
            Tail = date < 0 && !authorFirst ? between : "",
            HasDate = date >= 0,
        };
    }
}
