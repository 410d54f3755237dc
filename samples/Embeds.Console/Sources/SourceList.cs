using System.Text;

namespace Embeds.Cli.Sources;

/// <summary>All sources of one run, in order: those named on the command line, then those of the list.</summary>
internal static class SourceList
{
    private const int MaxListBytes = 64 * 1024 * 1024;

    /// <exception cref="CommandException">The list cannot be read.</exception>
    public static async Task<IReadOnlyList<Source>> ReadAsync(IEnumerable<string> named, string? list, CancellationToken cancellationToken)
    {
        var lines = list is null ? [] : await LinesAsync(list, cancellationToken);
        return [.. named.Concat(lines).Select(Source.Of)];
    }

    private static async Task<IEnumerable<string>> LinesAsync(string list, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = await LocalFile.ReadAsync(list, MaxListBytes, cancellationToken);
            var text = Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF');
            return text.Split('\n').Select(line => line.Trim()).Where(line => line is not ("" or ['#', ..]));
        }
        catch (ArticleUnreadableException e)
        {
            throw new CommandException(ExitCode.Unreadable, $"--from {list}: {e.Message}");
        }
    }
}
