using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Embeds.Cli.Sources;

/// <summary>Reads sources, some at once. A source that cannot be read is an outcome, so that the others go on.</summary>
internal sealed class SourceReader(EmbedArchiver archiver, Uri? baseUrl, int maxBytes, bool allowPrivateNetwork, bool offline)
{
    /// <summary>Reads all sources. No more than twice as many as are read at once are in memory.</summary>
    /// <param name="sources">The sources, asked for one by one.</param>
    /// <param name="parallel">How many at once.</param>
    /// <param name="inOrder">Whether the outcomes come in the order of the sources, or as they finish.</param>
    /// <param name="cancellationToken">Stops at once, also where the parser is at work.</param>
    public async IAsyncEnumerable<SourceOutcome> ReadAllAsync(IAsyncEnumerable<Source> sources, int parallel, bool inOrder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var outcomes = Channel.CreateBounded<Task<SourceOutcome>>(parallel);
        var work = Task.Run(() => inOrder ? FillInOrderAsync(sources, parallel, outcomes.Writer, stop.Token) : FillAsFinishedAsync(sources, parallel, outcomes.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var outcome in outcomes.Reader.ReadAllAsync(cancellationToken))
                yield return await outcome;
        }
        finally
        {
            // Who breaks off (nobody reads the output any more) must not leave work behind.
            await stop.CancelAsync();
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FillInOrderAsync(IAsyncEnumerable<Source> sources, int parallel, ChannelWriter<Task<SourceOutcome>> outcomes, CancellationToken cancellationToken)
    {
        var free = new SemaphoreSlim(parallel);
        async Task<SourceOutcome> ReadOneAsync(Source source)
        {
            try
            {
                return await ReadAsync(source, cancellationToken);
            }
            finally
            {
                free.Release();
            }
        }

        try
        {
            await foreach (var source in sources.WithCancellation(cancellationToken))
            {
                await free.WaitAsync(cancellationToken);
                await outcomes.WriteAsync(ReadOneAsync(source), cancellationToken);
            }

            outcomes.Complete();
        }
        catch (Exception e)
        {
            outcomes.Complete(e);
        }
    }

    private async Task FillAsFinishedAsync(IAsyncEnumerable<Source> sources, int parallel, ChannelWriter<Task<SourceOutcome>> outcomes, CancellationToken cancellationToken)
    {
        var limits = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(sources, limits, async (source, token) =>
            {
                var outcome = await ReadAsync(source, token);
                await outcomes.WriteAsync(Task.FromResult(outcome), token);
            });
            outcomes.Complete();
        }
        catch (Exception e)
        {
            outcomes.Complete(e);
        }
    }

    private async Task<SourceOutcome> ReadAsync(Source source, CancellationToken cancellationToken)
    {
        try
        {
            // Parsing takes no token: the wait for it ends, and the process with it.
            return new SourceOutcome(source, await Task.Run(() => ArticlesAsync(source, cancellationToken), cancellationToken).WaitAsync(cancellationToken), null);
        }
        catch (ArticleUnreadableException e)
        {
            return new SourceOutcome(source, [], FailureOf(source, e));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A defect that one page brings to light must not cost the results of all others.
            return new SourceOutcome(source, [], new SourceFailure("defect", $"This should not have happened, and is a defect of embeds: please report it with this article. ({e.GetType().Name}: {e.Message})", ExitCode.Defect));
        }
    }

    private async Task<IReadOnlyList<ArticleQuotes>> ArticlesAsync(Source source, CancellationToken cancellationToken)
    {
        if (source.Kind == SourceKind.Url && offline)
            throw new ArticleUnreadableException("offline", "With --offline nothing is fetched.");
        return await archiver.ArchiveAllAsync(await ArticleOfAsync(source, cancellationToken), cancellationToken).ToListAsync(cancellationToken);
    }

    private async Task<ArticleSource> ArticleOfAsync(Source source, CancellationToken cancellationToken) => source.Kind is SourceKind.File or SourceKind.StandardInput
        ? ArticleSource.FromBytes(source.Name, await LocalFile.ReadAsync(source.Name, maxBytes, cancellationToken), baseUrl)
        : source.Page ?? ArticleSource.FromUrl(AddressOf(source));

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
