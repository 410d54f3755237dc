using System.CommandLine;
using Embeds.Cli.Output;
using Embeds.Cli.Sources;

namespace Embeds.Cli.Commands;

/// <summary>An article with its embeds replaced by durable blocks, and back.</summary>
internal sealed class RewriteCommand : ConsoleCommand
{
    private static readonly EmbedArchiverOptions Usual = new();

    private readonly Argument<string[]> _source = new("SOURCE")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "The article: a file with HTML, or - for standard input.",
    };

    private readonly Option<string?> _output = OptionOf.Path("--output", "Write there instead of to standard output: the whole page, or nothing.", "-o");
    private readonly Option<bool> _restore = OptionOf.Switch("--restore", "Give back the original, byte by byte, of a page that was rewritten.");
    private readonly Option<Uri?> _baseUrl = OptionOf.Address("--base-url", "The article's own address. [what the page says of itself]");
    private readonly Option<bool> _everywhere = OptionOf.Switch("--everywhere", "Also replace embeds outside the article itself.");
    private readonly Option<int> _maxBytes = OptionOf.Number("--max-bytes", 1, 256 * 1024 * 1024, Usual.MaxArticleBytes, "Bytes that the article may have.");
    private readonly Option<DateTimeOffset?> _now = OptionOf.Time("--now", "The time of capture to write, such as 2026-11-24T10:00:00Z. [the clock]");

    public RewriteCommand()
        : base("rewrite", "Sets a durable quote block in the place of each embed of a page. Every other byte stays as it is, and each block keeps the markup that it replaced.")
    {
        Add(_source);
        foreach (var option in (Option[])[_output, _restore, _baseUrl, _everywhere, _maxBytes, _now])
            Add(option);
        SetAction(RunAsync);
    }

    public override IReadOnlyList<string> Usage { get; } = ["embeds rewrite SOURCE -o OUT.html [--restore]"];

    public override IReadOnlyList<(string Line, string Does)> Examples { get; } =
    [
        ("embeds rewrite story.html -o story.durable.html", "Publish the page without a single request to a platform."),
        ("embeds rewrite story.durable.html --restore -o story.html", "Have the original back."),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var source = parsed.GetValue(_source) is [var only]
            ? Source.Of(only)
            : throw new CommandException(ExitCode.Usage, "Name one page to rewrite: embeds rewrite story.html -o story.durable.html.");
        if (source.Kind == SourceKind.Url)
            throw new CommandException(ExitCode.Usage, $"Only a page at hand is rewritten: save {source.Name} and name the file.");

        using var archiver = new EmbedArchiver(
            new EmbedArchiverOptions { Everywhere = parsed.GetValue(_everywhere), MaxArticleBytes = parsed.GetValue(_maxBytes) },
            timeProvider: parsed.GetValue(_now) is { } now ? new FixedClock(now) : null);
        using var target = OutputTarget.Open(parsed.GetValue(_output), [source]);
        try
        {
            // A restored page is smaller than the one that keeps two versions of each embed.
            var page = await LocalFile.ReadAsync(source.Name, parsed.GetValue(_maxBytes), cancellationToken);
            var written = await Task.Run(() => parsed.GetValue(_restore) ? Restore(archiver, page) : Rewrite(archiver, page, source, parsed.GetValue(_baseUrl)), cancellationToken).WaitAsync(cancellationToken);
            target.Write(written.Span);
        }
        catch (ArticleUnreadableException e)
        {
            throw new CommandException(ExitCode.Unreadable, $"{source.Title}: {e.Message}");
        }

        target.Commit();
        return (int)ExitCode.Done;
    }

    private static ReadOnlyMemory<byte> Restore(EmbedArchiver archiver, ReadOnlyMemory<byte> page)
    {
        var original = archiver.Restore(page);
        if (original.Span.SequenceEqual(page.Span))
            Say("Nothing to restore: no block of the page keeps what it replaced.");
        return original;
    }

    private static ReadOnlyMemory<byte> Rewrite(EmbedArchiver archiver, ReadOnlyMemory<byte> page, Source source, Uri? baseUrl)
    {
        var article = archiver.Rewrite(page, baseUrl: baseUrl, fileName: source.Name);
        foreach (var refusal in article.Refusals)
            Say($"{refusal.Key} was left as it is: {refusal.Message}");
        if (article.Replacements.IsEmpty)
            Say($"{source.Title}: No embed was replaced.");
        return article.Bytes;
    }

    private static void Say(string sentence) => Console.Error.WriteLine($"embeds: {TerminalText.OneLine(sentence)}");
}
