using Microsoft.Extensions.Logging;

namespace Embeds.Capture.Network;

/// <summary>Who asks about posts, copies and pictures, for all articles.</summary>
internal sealed class ArticleNetwork
{
    private readonly NetworkOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public ArticleNetwork(SourceAsker asker, NetworkOptions options, TimeProvider time, Telemetry telemetry, ILogger logger)
    {
        _options = options;
        _time = time;
        _logger = logger;
        Posts = new PostAsker(asker, options.Depth, time, telemetry);
        Pictures = options.MediaDirectory is null ? null : new MediaKeeper(asker, options);
        if (options.SaveToArchive)
        {
            // A mirror of one's own has one's own limits. Waits are real time, also where blocks are dated by a clock that stands still.
            var perSecond = options.Endpoints.ContainsKey(ArchiveIndex.Id) ? options.RequestsPerSecondPerHost : ArchiveSaver.PerSecond;
            Saver = new ArchiveSaver(asker, perSecond, TimeProvider.System);
        }

        if (options.Depth != NetworkDepth.Archives)
            return;
        var index = new ArchiveIndex(asker);
        Archive = new ArchiveAsker(asker, index);
        Copies = new ArticleCopies(asker, index);
    }

    public PostAsker Posts { get; }

    /// <summary>Null where no archive is to be asked.</summary>
    public ArchiveAsker? Archive { get; }

    /// <summary>Null where no archive is to be asked.</summary>
    public ArticleCopies? Copies { get; }

    /// <summary>Null where no archive is to save anything.</summary>
    public ArchiveSaver? Saver { get; }

    /// <summary>Null where no pictures are to be kept.</summary>
    public MediaKeeper? Pictures { get; }

    /// <summary>Begins to ask for one article.</summary>
    /// <param name="published">When the article says that it was published; null when it does not say.</param>
    /// <param name="cancellationToken">Stops everything.</param>
    public ArticleInquiry Begin(string? published, CancellationToken cancellationToken) => new(this, _options, published, _time, _logger, cancellationToken);
}
