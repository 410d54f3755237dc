using System.CommandLine;
using Embeds.Cli.Output;
using Embeds.Cli.Sources;
using Embeds.Rendering;
using Embeds.Rewriting;

namespace Embeds.Cli.Commands;

/// <summary>Articles with their embeds replaced by durable blocks, and back.</summary>
internal sealed class RewriteCommand : ConsoleCommand
{
    private static readonly EmbedArchiverOptions Usual = new();

    private readonly Argument<string[]> _sources = new("SOURCE")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "The article: a file with HTML, Markdown (.md) or a feed, or - for standard input. Several with --in-place or --dry-run.",
    };

    private readonly Option<string?> _output = OptionOf.Path("--output", "Write there instead of to standard output: the whole page, or nothing.", "-o");
    private readonly Option<bool> _inPlace = OptionOf.Switch("--in-place", "Write each result over its source: the whole page, or nothing.");
    private readonly Option<bool> _dryRun = OptionOf.Switch("--dry-run", "Write nothing; show what would change as a unified diff.");
    private readonly Option<bool> _restore = OptionOf.Switch("--restore", "Give back the original, byte by byte, of a page that was rewritten.");
    private readonly Option<string?> _originals = OptionOf.Path("--originals", "Keep what is replaced in that file instead of in the page; with --restore, take it from there. [in the page]");
    private readonly Option<ReplacedPosts> _replace = OptionOf.Choice("--replace", ReplacedPosts.All, "Which posts: dead ones are those that --blocks says are deleted, suspended or gone");
    private readonly Option<string?> _blocks = OptionOf.Path("--blocks", "Set in the blocks of that file (JSON or NDJSON of a capture) where it has a post's.");
    private readonly Option<bool> _removeLoaders = OptionOf.Switch("--remove-loaders", "Also remove platforms' scripts from pages that have nothing left for them to do.");
    private readonly Option<MarkdownFlavor> _flavor = OptionOf.Choice("--flavor", MarkdownFlavor.CommonMark, "For which reader quotations in Markdown are written");
    private readonly Option<Uri?> _baseUrl = OptionOf.Address("--base-url", "The article's own address. [what the page says of itself]");
    private readonly Option<bool> _everywhere = OptionOf.Switch("--everywhere", "Also replace embeds outside the article itself.");
    private readonly Option<int> _maxBytes = OptionOf.Number("--max-bytes", 1, 256 * 1024 * 1024, Usual.MaxArticleBytes, "Bytes that the article may have.");
    private readonly Option<DateTimeOffset?> _now = OptionOf.Time("--now", "The time of capture to write, such as 2026-11-24T10:00:00Z. [the clock]");

    public RewriteCommand()
        : base("rewrite", "Sets a durable quote block in the place of each embed of a page, a Markdown source or a feed. Every other byte stays as it is, and each block keeps the markup that it replaced.")
    {
        Add(_sources);
        foreach (var option in (Option[])[_output, _inPlace, _dryRun, _restore, _originals, _replace, _blocks, _removeLoaders, _flavor, _baseUrl, _everywhere, _maxBytes, _now])
            Add(option);
        SetAction(RunAsync);
    }

    public override IReadOnlyList<string> Usage { get; } = ["embeds rewrite SOURCE -o OUT.html [--restore]"];

    public override IReadOnlyList<(string Line, string Does)> Examples { get; } =
    [
        ("embeds rewrite story.html -o story.durable.html", "Publish the page without a single request to a platform."),
        ("embeds rewrite story.durable.html --restore -o story.html", "Have the original back."),
        ("embeds rewrite content/*.md --flavor hugo --dry-run", "See what would change in the sources of a site."),
        ("embeds rewrite story.html --replace dead --blocks checked.json --in-place", "Replace only the posts that are gone."),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Source[] sources = [.. parsed.GetValue(_sources)!.Select(Source.Of)];
        Refuse(sources, parsed);
        var options = await OptionsOf(parsed, cancellationToken);
        using var archiver = new EmbedArchiver(
            new EmbedArchiverOptions { Everywhere = parsed.GetValue(_everywhere), MaxArticleBytes = parsed.GetValue(_maxBytes), Recover = false },
            timeProvider: parsed.GetValue(_now) is { } now ? new FixedClock(now) : null);
        var exitCode = ExitCode.Done;
        foreach (var source in sources)
        {
            try
            {
                await RewriteAsync(archiver, source, options, parsed, cancellationToken);
            }
            catch (ArticleUnreadableException e) when (sources.Length > 1)
            {
                Say($"{source.Title}: {e.Message}");
                exitCode = ExitCode.Unreadable;
            }
            catch (ArticleUnreadableException e)
            {
                throw new CommandException(ExitCode.Unreadable, $"{source.Title}: {e.Message}");
            }
        }

        return (int)exitCode;
    }

    private void Refuse(Source[] sources, ParseResult parsed)
    {
        var (inPlace, dryRun) = (parsed.GetValue(_inPlace), parsed.GetValue(_dryRun));
        var isMany = inPlace || dryRun;
        if (sources.Length == 0 || sources.Length > 1 && (!isMany || parsed.GetValue(_originals) is not null))
            throw new CommandException(ExitCode.Usage, "Name one page to rewrite: embeds rewrite story.html -o story.durable.html.");
        if (Array.Find(sources, s => s.Kind == SourceKind.Url) is { } url)
            throw new CommandException(ExitCode.Usage, $"Only a page at hand is rewritten: save {url.Name} and name the file.");
        if (isMany && parsed.GetValue(_output) is not null || inPlace && dryRun)
            throw new CommandException(ExitCode.Usage, "Of --output, --in-place and --dry-run name only one: they say where the result goes.");
        if (inPlace && Array.Exists(sources, s => s.Kind == SourceKind.StandardInput))
            throw new CommandException(ExitCode.Usage, "Standard input cannot be written in place: leave out --in-place.");
        if (parsed.GetValue(_restore) && (parsed.GetValue(_blocks) is not null || parsed.GetValue(_removeLoaders) || parsed.GetValue(_replace) != ReplacedPosts.All))
            throw new CommandException(ExitCode.Usage, "--restore only gives back: leave out --blocks, --replace and --remove-loaders.");
    }

    private async Task<RewriteOptions> OptionsOf(ParseResult parsed, CancellationToken cancellationToken) => new()
    {
        OnlyGone = parsed.GetValue(_replace) == ReplacedPosts.Dead,
        RemoveLoaders = parsed.GetValue(_removeLoaders),
        Originals = parsed.GetValue(_originals) is null ? OriginalMarkup.Embedded : OriginalMarkup.Apart,
        Markdown = new MarkdownQuoteOptions { Flavor = parsed.GetValue(_flavor) },
        Blocks = parsed.GetValue(_blocks) is { } file ? await BlocksFile.ReadAsync(file, cancellationToken) : [],
    };

    private async Task RewriteAsync(EmbedArchiver archiver, Source source, RewriteOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_inPlace) ? source.Name : parsed.GetValue(_output);
        using var target = parsed.GetValue(_inPlace) ? OutputTarget.Over(source) : OutputTarget.Open(path, [source]);
        var page = await LocalFile.ReadAsync(source.Name, parsed.GetValue(_maxBytes), cancellationToken);
        var originals = parsed.GetValue(_originals);
        var written = await Task.Run(
            () => parsed.GetValue(_restore) ? Restore(archiver, page, source, originals, parsed.GetValue(_maxBytes), cancellationToken) : Rewrite(archiver, page, source, options, parsed),
            cancellationToken).WaitAsync(cancellationToken);
        if (parsed.GetValue(_dryRun))
            UnifiedDiff.Write(source.Title, page.Span, written.Span, target);
        else if (!parsed.GetValue(_inPlace) || !written.Span.SequenceEqual(page.Span))
            target.Write(written.Span);
        else
            return;
        target.Commit();
    }

    private static async Task<ReadOnlyMemory<byte>> Restore(EmbedArchiver archiver, ReadOnlyMemory<byte> page, Source source, string? originals, int maxBytes, CancellationToken cancellationToken)
    {
        var original = originals is null
            ? archiver.Restore(page, source.Name)
            : EmbedArchiver.Restore(page, await LocalFile.ReadAsync(originals, maxBytes, cancellationToken));
        if (original.Span.SequenceEqual(page.Span))
            Say("Nothing to restore: no block of the page keeps what it replaced.");
        return original;
    }

    private Task<ReadOnlyMemory<byte>> Rewrite(EmbedArchiver archiver, ReadOnlyMemory<byte> page, Source source, RewriteOptions options, ParseResult parsed)
    {
        var article = archiver.Rewrite(page, options, parsed.GetValue(_baseUrl), source.Name);
        foreach (var refusal in article.Refusals)
            Say($"{source.Title}: {refusal.Key} was left as it is: {refusal.Message}");
        if (article.Replacements.IsEmpty)
            Say($"{source.Title}: No embed was replaced.");
        if (parsed.GetValue(_originals) is { } file && !article.Originals.IsEmpty && !parsed.GetValue(_dryRun))
        {
            // Before the page itself: a page without its originals could never be given back.
            using var target = OutputTarget.Open(file, [source]);
            target.Write(article.Originals.Span);
            target.Commit();
        }

        return Task.FromResult(article.Bytes);
    }

    private static void Say(string sentence) => Console.Error.WriteLine($"embeds: {TerminalText.OneLine(sentence)}");
}
