using System.Runtime.CompilerServices;

namespace Embeds.Cli.Sources;

/// <summary>Reads sources, some at once. A source that cannot be read is an outcome, so that the others go on.</summary>
internal sealed class SourceReader(EmbedArchiver archiver, Uri? baseUrl, int maxBytes, bool allowPrivateNetwork)
{
    /// <summary>Reads all sources.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="parallel">How many at once.</param>
    /// <param name="inOrder">Whether the outcomes come in the order of the sources, or as they finish.</param>
    /// <param name="cancellationToken">Stops at once, also where the parser is at work.</param>
    public async IAsyncEnumerable<SourceOutcome> ReadAllAsync(IEnumerable<Source> sources, int parallel, bool inOrder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var running = new List<Task<SourceOutcome>>();
        foreach (var source in sources)
        {
            if (running.Count == parallel)
                yield return await NextAsync(running, inOrder);
            running.Add(ReadAsync(source, cancellationToken));
        }

        while (running.Count > 0)
            yield return await NextAsync(running, inOrder);
    }

    private static async Task<SourceOutcome> NextAsync(List<Task<SourceOutcome>> running, bool inOrder)
    {
        var next = inOrder ? running[0] : await Task.WhenAny(running);
        running.Remove(next);
        return await next;
    }

    private async Task<SourceOutcome> ReadAsync(Source source, CancellationToken cancellationToken)
    {
        try
        {
            // Parsing takes no token: the wait for it ends, and the process with it.
            return new SourceOutcome(source, await Task.Run(() => QuotesAsync(source, cancellationToken), cancellationToken).WaitAsync(cancellationToken), null);
        }
        catch (ArticleUnreadableException e)
        {
            return new SourceOutcome(source, null, FailureOf(source, e));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A defect that one page brings to light must not cost the results of all others.
            return new SourceOutcome(source, null, new SourceFailure("defect", $"This should not have happened, and is a defect of embeds: please report it with this article. ({e.GetType().Name}: {e.Message})", ExitCode.Defect));
        }
    }

    private async Task<ArticleQuotes> QuotesAsync(Source source, CancellationToken cancellationToken) => source.Kind switch
    {
        SourceKind.Url => await archiver.ArchiveAsync(AddressOf(source), cancellationToken),
        _ => await archiver.ReadAsync(await LocalFile.ReadAsync(source.Name, maxBytes, cancellationToken), baseUrl, source.Name, cancellationToken),
    };

    private static Uri AddressOf(Source source) =>
        Uri.TryCreate(source.Name, UriKind.Absolute, out var address)
            ? address
            : throw new ArticleUnreadableException("bad-url", "This is not a valid URL.");

    private SourceFailure FailureOf(Source source, ArticleUnreadableException e)
    {
        var advice = e.Code switch
        {
            "too-large" => " Raise the limit with --max-bytes.",
            "refused-address" when !allowPrivateNetwork && AddressOf(source) is var address && (address.IsLoopback || !address.IsDefaultPort) => " Allow it with --allow-private-network.",
            "refused-scheme" when source.Name.StartsWith("file:", StringComparison.OrdinalIgnoreCase) => " Name the file by its path.",
            _ => "",
        };
        return new SourceFailure(e.Code, e.Message + advice, e.IsNetwork ? ExitCode.Network : ExitCode.Unreadable);
    }
}
