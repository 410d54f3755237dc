using System.CommandLine;
using Embeds.Capture.Network;
using Embeds.Cli.Output;
using Embeds.Cli.Sources;

namespace Embeds.Cli.Commands;

/// <summary>The main job: articles in, their quotes out.</summary>
internal sealed class CaptureCommand : ConsoleCommand
{
    private static readonly EmbedArchiverOptions Usual = new();

    private readonly Argument<string[]> _sources = new("SOURCE...")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "An article: its URL, a file (HTML, MHTML, Markdown, plain text, or a feed, of which each item is an article; the content decides, not the name), or - for standard input.",
    };

    private readonly Option<OutputFormat> _format = OptionOf.Choice("--format", OutputFormat.Summary, "What to write", "-f");
    private readonly Option<string?> _output = OptionOf.Path("--output", "Write there instead of to standard output: the whole result, or nothing.", "-o");
    private readonly Option<bool> _offline = OptionOf.Switch("--offline", "Make no request at all, not even for the article: every SOURCE is a file or -.");
    private readonly Option<Uri?> _baseUrl = OptionOf.Address("--base-url", "The article's own address, where it is read from a file or standard input. [what the page says of itself]");
    private readonly Option<string?> _from = OptionOf.Path("--from", "Many sources: a list with one a line (- is standard input; empty lines and # do not count), a folder, or a web archive (WARC, gzipped or not).");
    private readonly Option<bool> _resume = OptionOf.Switch("--resume", "With -f ndjson -o FILE: add to FILE, and leave out the sources that it holds. The same command goes on after any stop.");
    private readonly Option<int> _parallel = OptionOf.Number("--parallel", 1, 1024, Usual.Parallelism, "Articles at once.");
    private readonly Option<int> _minConfidence = OptionOf.Number("--min-confidence", 0, 100, Usual.MinConfidence, "Leave out recovered quotes that are less than N percent sure.");
    private readonly Option<bool> _noRecover = OptionOf.Switch("--no-recover", "Do not look for quotes that lost their embed.");
    private readonly Option<bool> _explain = OptionOf.Switch("--explain", "In the summary: for each quote, why it was taken and where each of its parts is from, in plain words. (JSON always says so.)");
    private readonly Option<bool> _everywhere = OptionOf.Switch("--everywhere", "Also report posts outside the article itself: sidebars, footers, readers' comments.");
    private readonly Option<NetworkDepth> _network = OptionOf.Choice("--network", Usual.Network.Depth, "How far to go beyond the article itself: nowhere, ask whether each post still stands, also ask for what the article lacks, also look for archived copies");
    private readonly Option<string[]> _endpoints = new("--endpoint") { Description = "Ask this base address instead of the platform's own: a mirror, a proxy, a test server. May be given once a platform.", HelpName = "PLATFORM=URL", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _media = OptionOf.Path("--media", "Also fetch the posts' pictures and keep them in this directory, named by their hash.");
    private readonly Option<bool> _saveNow = OptionOf.Switch("--save-now", "Ask the Wayback Machine to save each post that stands and of which no copy is known. That publishes their addresses.");
    private readonly Option<string?> _cache = OptionOf.Path("--cache", "Keep what platforms answer in this directory, as long as they allow, and ask them less.");
    private readonly Option<int> _rate = OptionOf.Number("--rate", 1, 10_000, Usual.Network.RequestsPerSecondPerHost, "Requests about posts that are begun against one host within a second.");
    private readonly Option<bool> _allowPrivateNetwork = OptionOf.Switch("--allow-private-network", "Let URLs lead to this machine, to private networks, and to other ports than 80 and 443.");
    private readonly Option<TimeSpan> _timeout = OptionOf.Seconds("--timeout", TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(6), Usual.Http.TimeoutPerTry, "Seconds for one request. A page in all gets four times that, at least 60: redirects, retries and the waits between them.");
    private readonly Option<int> _retries = OptionOf.Number("--retries", 0, 10, Usual.Http.MaxRetries, "Times that a request is repeated after a fault that may pass.");
    private readonly Option<int> _maxBytes = OptionOf.Number("--max-bytes", 1, 256 * 1024 * 1024, Usual.MaxArticleBytes, "Bytes that an article may have, after decompression.");
    private readonly Option<DateTimeOffset?> _now = OptionOf.Time("--now", "The time of capture to write, for output that can be repeated, such as 2026-11-24T10:00:00Z. [the clock]");
    private readonly Option<string> _labels = OptionOf.Language("--labels", "Language of labels and dates in html, markdown and text");
    private readonly Option<bool> _noColor = OptionOf.Switch("--no-color", "No colour, also on a terminal (NO_COLOR does the same).");

    private readonly IReadOnlyList<ConsoleCommand> _others;

    /// <param name="others">The other commands, which the help page of this one lists.</param>
    public CaptureCommand(IReadOnlyList<ConsoleCommand> others)
        : base("capture", "Gives back every social post that an article quotes, as durable, sealed quote blocks that outlive the post.")
    {
        _others = others;
        Add(_sources);
        foreach (var option in (Option[])[_format, _output, _offline, _baseUrl, _from, _resume, _parallel, _minConfidence, _noRecover, _explain, _everywhere, _network, _media, _saveNow, _endpoints, _cache, _rate, _allowPrivateNetwork, _timeout, _retries, _maxBytes, _now, _labels, _noColor])
            Add(option);
        Add(new VersionOption("--version") { Description = "Show the version." });
        SetAction(RunAsync);
    }

    public override IReadOnlyList<string> Usage => ["embeds SOURCE... [options]", .. _others.SelectMany(command => command.Usage)];

    public override IReadOnlyList<(string Line, string Does)> Examples { get; } =
    [
        ("embeds https://news.example/2017/11/story", "Show the posts that the article quotes."),
        ("embeds story.html --offline -f json -o story.quotes.json", "Keep them as sealed JSON, without any request."),
        ("embeds story.html --network archives --media pictures", "Also look for archived copies, and keep the pictures."),
        ("embeds --from urls.txt -f ndjson -o quotes.ndjson", "Many articles, one line each, as they finish."),
        ("embeds --from crawl.warc.gz -f ndjson -o quotes.ndjson --resume", "All pages of a web archive; the same line goes on after a stop."),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var format = parsed.GetValue(_format);
        var list = parsed.GetValue(_from);
        var terminal = new Terminal(parsed.GetValue(_noColor));
        var named = parsed.GetValue(_sources)!;
        Refuse([.. named.Select(Source.Of)], list, parsed);

        using var archiver = new EmbedArchiver(OptionsOf(parsed), timeProvider: parsed.GetValue(_now) is { } now ? new FixedClock(now) : null);
        var (target, held) = OpenOutput(parsed, named);
        using var written = target;
        var isList = list is not null || named.Length > 1;
        var names = archiver.Platforms.ToDictionary(platform => platform.Id, platform => platform.Name, StringComparer.Ordinal);
        var writer = ResultWriter.Create(format, target, terminal, names.GetValueOrDefault, parsed.GetValue(_labels)!, isList, parsed.GetValue(_explain));
        var reader = new SourceReader(archiver, parsed.GetValue(_baseUrl), parsed.GetValue(_maxBytes), parsed.GetValue(_allowPrivateNetwork), parsed.GetValue(_offline));
        var report = new Report(terminal, writer, isList: list is not null);
        var sources = new SourceList(named, list, parsed.GetValue(_maxBytes), target.Is);
        var alreadyHeld = held?.Count;
        var fresh = sources.ReadAsync(cancellationToken).Where(source => held?.TryAdd(source.Name) != false);
        var words = new ProgressWords(list is null ? named.Length : null, () => sources.Part);
        await Status.WhileAsync(terminal, ShowsProgress(parsed, named), words.At, async status =>
        {
            await foreach (var outcome in reader.ReadAllAsync(fresh, parsed.GetValue(_parallel), writer.KeepsOrder, cancellationToken))
            {
                report.Add(outcome);
                status.Advance();
            }
        });

        if (writer.HasResult)
        {
            writer.Finish();
            target.Commit();
        }

        report.Finish(alreadyHeld);
        return (int)report.ExitCode;
    }

    private (OutputTarget Target, HeldSources? Held) OpenOutput(ParseResult parsed, IEnumerable<string> named)
    {
        var path = parsed.GetValue(_output);
        var isLines = parsed.GetValue(_format) == OutputFormat.Ndjson;
        if (!parsed.GetValue(_resume))
            return (OutputTarget.Open(path, [.. named.Select(Source.Of)], isLines), null);
        return isLines && path is not (null or "-")
            ? OutputTarget.Resume(path)
            : throw new CommandException(ExitCode.Usage, "--resume adds lines to a file: type -f ndjson -o quotes.ndjson --resume, say.");
    }

    /// <summary>What is written line by line to the terminal would run into the moving status line.</summary>
    private bool ShowsProgress(ParseResult parsed, string[] named) =>
        (parsed.GetValue(_format) != OutputFormat.Ndjson || Console.IsOutputRedirected || parsed.GetValue(_output) is not (null or "-"))
        && (parsed.GetValue(_from) is not null || AsksAboutPosts(parsed) || named.Any(name => Source.Of(name).Kind == SourceKind.Url));

    private bool AsksAboutPosts(ParseResult parsed) => !parsed.GetValue(_offline) && parsed.GetValue(_network) != NetworkDepth.Offline;

    private void Refuse(IReadOnlyList<Source> sources, string? list, ParseResult parsed)
    {
        if (sources.Count == 0 && list is null)
            throw new CommandException(ExitCode.Usage, "Name an article: embeds https://news.example/story, embeds story.html, or embeds - for standard input. (embeds --help shows more.)");
        if (sources.Count(source => source.Kind == SourceKind.StandardInput) + (list == "-" ? 1 : 0) > 1)
            throw new CommandException(ExitCode.Usage, "Standard input can be read only once: name - only once, as a SOURCE or for --from.");
        if (parsed.GetValue(_offline) && sources.FirstOrDefault(source => source.Kind == SourceKind.Url) is { } url)
            throw new CommandException(ExitCode.Usage, $"With --offline nothing is fetched, so {url.Name} cannot be read: save the page and name the file, or leave out --offline.");
        if (parsed.GetValue(_saveNow) && !AsksAboutPosts(parsed))
            throw new CommandException(ExitCode.Usage, "--save-now gives the archive what is known to stand, so each post must be asked about: leave out --offline and --network offline.");
    }

    private EmbedArchiverOptions OptionsOf(ParseResult parsed)
    {
        var timeout = parsed.GetValue(_timeout);
        var options = new EmbedArchiverOptions
        {
            Everywhere = parsed.GetValue(_everywhere),
            MaxArticleBytes = parsed.GetValue(_maxBytes),
            MinConfidence = parsed.GetValue(_minConfidence),
            Recover = !parsed.GetValue(_noRecover),
        };
        options.Http.AllowPrivateNetwork = parsed.GetValue(_allowPrivateNetwork);
        options.Http.MaxBodyBytes = parsed.GetValue(_maxBytes);
        options.Http.MaxRetries = parsed.GetValue(_retries);
        options.Http.TimeoutPerTry = timeout;
        if (timeout * 4 > options.Http.TotalTimeout)
            options.Http.TotalTimeout = timeout * 4;
        options.Network.Depth = parsed.GetValue(_offline) ? NetworkDepth.Offline : parsed.GetValue(_network);
        options.Network.CacheDirectory = parsed.GetValue(_cache);
        options.Network.MediaDirectory = parsed.GetValue(_offline) ? null : parsed.GetValue(_media);
        options.Network.SaveToArchive = parsed.GetValue(_saveNow);
        options.Network.RequestsPerSecondPerHost = parsed.GetValue(_rate);
        AddEndpoints(parsed.GetValue(_endpoints) ?? [], options.Network);
        AddKeys(options.Network);
        return options;
    }

    private static void AddEndpoints(IEnumerable<string> endpoints, NetworkOptions network)
    {
        foreach (var endpoint in endpoints)
        {
            if (endpoint.Split('=', 2) is not [{ Length: > 0 } platform, var url] || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
                throw new CommandException(ExitCode.Usage, $"--endpoint takes a platform and a whole address, such as x=https://mirror.example/x, not '{endpoint}'.");
            network.Endpoints[platform] = address;
        }
    }

    /// <summary>Keys come from the environment alone: a command line is for everybody on the machine to see.</summary>
    private static void AddKeys(NetworkOptions network)
    {
        const string prefix = "EMBEDS_KEY_";
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable is { Key: string name, Value: string { Length: > 0 } key } && name.StartsWith(prefix, StringComparison.Ordinal))
                network.Keys[name[prefix.Length..].ToLowerInvariant().Replace('_', '-')] = key;
        }
    }
}
