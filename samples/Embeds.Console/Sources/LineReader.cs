using System.Runtime.CompilerServices;
using System.Text;

namespace Embeds.Cli.Sources;

/// <summary>The lines of a list, each as soon as it is there: a list may be a pipe that somebody is still writing to.</summary>
internal static class LineReader
{
    private const int MaxLine = 64 * 1024;

    /// <exception cref="CommandException">A line is too long to be a name.</exception>
    public static async IAsyncEnumerable<string> ReadAsync(Stream list, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(list, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var buffer = new char[8 * 1024];
        var line = new StringBuilder();
        // A pipe that nobody writes to must not hold up Ctrl-C.
        while (await reader.ReadAsync(buffer, cancellationToken).AsTask().WaitAsync(cancellationToken) is > 0 and var read)
        {
            var start = 0;
            while (buffer.AsSpan(start, read - start).IndexOf('\n') is var length and >= 0)
            {
                line.Append(buffer, start, length);
                start += length + 1;
                yield return Take(line);
            }

            line.Append(buffer, start, read - start);
            if (line.Length > MaxLine)
                throw new CommandException(ExitCode.Unreadable, $"--from {name}: a line has more than {MaxLine / 1024} Ki characters: this is no list of sources.");
        }

        if (line.Length > 0)
            yield return Take(line);
    }

    private static string Take(StringBuilder line)
    {
        var text = line.ToString().Trim();
        line.Clear();
        return text;
    }
}
