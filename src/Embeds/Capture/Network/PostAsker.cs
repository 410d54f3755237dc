using System.Collections.Immutable;
using Embeds.Capture.Http;
using Embeds.Platforms;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Capture.Network;

/// <summary>Asks a post's sources one after the other, and stops as soon as none can add anything.</summary>
internal sealed class PostAsker(SourceAsker asker, NetworkDepth depth, TimeProvider time, Telemetry telemetry)
{
    // Sources may name others; a page could do so for ever.
    private const int MaxSources = 8;

    /// <param name="platform">The post's platform.</param>
    /// <param name="link">The post.</param>
    /// <param name="known">What the article itself says of it.</param>
    /// <param name="budget">What the article may still ask.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<PostLook> LookAsync(Platform platform, PostLink link, PostFacts known, NetworkBudget budget, CancellationToken cancellationToken)
    {
        var look = new Progress(SettledBy(platform, link, known));
        var waiting = new LinkedList<PostSource>(Sources(platform, link, look));
        while (waiting.First is { } next && look.Asked < MaxSources)
        {
            waiting.RemoveFirst();
            var source = next.Value;
            if (!asker.MayAsk(platform.Id, source) || look.IsDecided && (depth == NetworkDepth.Confirm || look.HasAll(source.Gives)))
                continue;
            var reading = await AskAsync(platform, source, look, budget, cancellationToken).ConfigureAwait(false);
            foreach (var then in reading.Then.Reverse())
                waiting.AddFirst(then);
            if (look.IsOver)
                break;
        }

        var seen = look.ToLook();
        telemetry.Posts.Add(1, [new("platform", platform.Id), new("state", seen.Status.State.ToString())]);
        return seen;
    }

    private async Task<SourceReading> AskAsync(Platform platform, PostSource source, Progress look, NetworkBudget budget, CancellationToken cancellationToken)
    {
        var (answer, failure) = await asker.AskAsync(platform.Id, source, budget, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            var failed = AnswerJudge.Of(failure);
            if (failure.Code != FetchFailure.BudgetCode)
                look.Add(source, failed, Now(), failure.Code, failure.Message, isNetwork: failure.Kind == FetchFailureKind.Network);
            return failed;
        }

        var reading = Read(answer!, look);
        look.Add(source, reading, answer!.At, FormattableString.Invariant($"http-{answer.Status}"), null, isNetwork: false);
        return reading;
    }

    /// <summary>A reader is a plug-in: what it throws costs this answer and no other.</summary>
    private static SourceReading Read(SourceAnswer answer, Progress look)
    {
        try
        {
            return AnswerJudge.Read(answer);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            look.Issues.Add(new CaptureIssue { Code = "reader-failed", Url = answer.Source.Url, Message = $"An answer could not be read: {e.Message}" });
            return SourceReading.Of(PostState.Unknown, "The answer could not be read.");
        }
    }

    private static ImmutableArray<PostSource> Sources(Platform platform, PostLink link, Progress look)
    {
        try
        {
            return platform.SourcesOf(link);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            look.Issues.Add(new CaptureIssue { Code = "reader-failed", Url = link.Permalink, Message = $"The sources of a post could not be named: {e.Message}" });
            return [];
        }
    }

    /// <summary>What the article says so well that no source could say it better. Pictures and counts never are.</summary>
    private static PostFields SettledBy(Platform platform, PostLink link, PostFacts known)
    {
        var settled = PostFields.None;
        if (known.Author is { Name: not null, Handle: not null } || known.Author?.Name is not null && link.Handle is not null)
            settled |= PostFields.Author;
        if (known.Text is { Value.Length: > 0, Completeness: TextCompleteness.Full })
            settled |= PostFields.Text;
        if (known.Published is { At: not null, Precision: <= DatePrecision.Second } || TimeOf(platform, link) is { Precision: <= DatePrecision.Second })
            settled |= PostFields.Time;
        return settled;
    }

    private static Published? TimeOf(Platform platform, PostLink link)
    {
        try
        {
            return platform.TimeOf(link);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The merger asks again and reports it.
            return null;
        }
    }

    private string Now() => UtcTime.Format(time.GetUtcNow());

    /// <summary>What one post's looks have come to so far.</summary>
    private sealed class Progress(PostFields settled)
    {
        private readonly List<PostFacts> _facts = [];
        private readonly List<(Observation Look, int Weight)> _looks = [];
        private PostFields _settled = settled;
        private int _networkFailures;

        public List<CaptureIssue> Issues { get; } = [];

        public int Asked { get; private set; }

        /// <summary>Whether the post is known to stand, or known not to.</summary>
        public bool IsDecided => _looks.Exists(look => look.Weight >= ObservationWeight.Decided);

        /// <summary>The platform's own API says that there is nothing to be had.</summary>
        public bool IsOver => _looks.Exists(look => look.Weight >= ObservationWeight.Final && look.Look.State is not (PostState.Live or PostState.Edited));

        public bool HasAll(PostFields gives) => (gives & ~_settled) == PostFields.None;

        public void Add(PostSource source, SourceReading reading, string at, string code, string? sentence, bool isNetwork)
        {
            Asked++;
            _networkFailures += isNetwork ? 1 : 0;
            if (reading.Facts is { } facts)
            {
                _facts.Add(facts);
                _settled |= source.Gives & Given(facts);
            }

            var look = new Observation { State = reading.State, At = at, Method = source.Method, Evidence = VerbatimText.Shorten(reading.Evidence ?? source.Url, 500) };
            _looks.Add((look, ObservationWeight.Of(look)));
            if (reading.State is not (PostState.Live or PostState.Edited) && (reading.State != PostState.Unknown || reading.Evidence is not null))
                Issues.Add(LookIssue.Of(source, reading, code, sentence));
        }

        /// <summary>
        /// What need not be asked for again. A record without pictures is of a post without pictures; the head of a page is silent of
        /// much, and where words are cut, or a post that is answered is named by a number alone, the rest is still to be had.
        /// </summary>
        private static PostFields Given(PostFacts facts)
        {
            var given = PostFields.All;
            if (facts.Via == Via.Opengraph)
            {
                given = PostFields.None;
                given |= facts.Author is { Name: not null } ? PostFields.Author : PostFields.None;
                given |= facts.Text is not null ? PostFields.Text : PostFields.None;
                given |= facts.Published is not null ? PostFields.Time : PostFields.None;
                given |= facts.Media.Length > 0 ? PostFields.Media : PostFields.None;
                given |= facts.Card is not null ? PostFields.Card : PostFields.None;
            }

            if (facts.Text is { Completeness: TextCompleteness.Truncated })
                given &= ~PostFields.Text;
            return facts.Thread is { Parent: { Text: null, State: null } } ? given & ~PostFields.Thread : given;
        }

        public PostLook ToLook()
        {
            var status = _looks.Count == 0 ? Observation.NotLooked : _looks.MaxBy(look => look.Weight).Look;
            return new PostLook
            {
                Facts = [.. _facts],
                Status = status,
                Looks = [.. _looks.Select(look => look.Look)],
                Issues = [.. Issues],
                IsDown = Asked > 0 && _networkFailures == Asked,
            };
        }
    }
}
