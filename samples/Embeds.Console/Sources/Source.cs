namespace Embeds.Cli.Sources;

/// <summary>One article as the user named it.</summary>
/// <param name="Name">The words typed: a URL, a path, or <c>-</c>.</param>
/// <param name="Kind">What they mean.</param>
internal sealed record Source(string Name, SourceKind Kind)
{
    /// <summary>The page itself; null for all other kinds.</summary>
    public ArticleSource? Page { get; init; }

    /// <summary>The name as a person is told it.</summary>
    public string Title => Kind == SourceKind.StandardInput ? "standard input" : Name;

    public static Source Of(string name) => new(name, KindOf(name));

    // Whatever the scheme: a URL that is not fetched (ftp:, file:) is to be refused as one, not looked for on the disk.
    private static SourceKind KindOf(string name) =>
        name == "-" ? SourceKind.StandardInput
        : name.IndexOf("://", StringComparison.Ordinal) is > 0 and var end && IsScheme(name.AsSpan(0, end)) ? SourceKind.Url
        : SourceKind.File;

    private static bool IsScheme(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return false;
        }

        return true;
    }
}
