using Embeds.Articles;
using Embeds.Languages;

namespace Embeds.Recovery;

/// <summary>An article's text as the forms read it: its lines, the cues found in one pass, and what is already taken.</summary>
internal sealed class Reading
{
    private const int SureOfLanguage = 20;
    private const int SampledBlocks = 60;
    private const int FewestSampled = 4;
    private const int ShortestProse = 150;

    private readonly List<Finding> _findings = [];
    private readonly List<CueHit> _anchors = [];
    private readonly Lazy<string?> _language;
    private readonly Lazy<bool> _isInFirstPerson;
    private readonly int[] _firstLine;
    private readonly int _brokenBlocks;
    private readonly int[] _firstAnchor;
    private readonly Finding?[] _takenBy;

    public Reading(ArticleText article, Lexicon lexicon, Func<string, PermalinkFacts?> permalink, CancellationToken cancellationToken)
    {
        Article = article;
        Text = article.Text;
        Lexicon = lexicon;
        Permalink = permalink;
        Cancellation = cancellationToken;
        Lines = LinesOf(article, out _firstLine);
        _brokenBlocks = Lines.Where(line => !line.IsFirst).Select(line => line.Block).Distinct().Count();
        _takenBy = new Finding?[Lines.Length];
        _firstAnchor = new int[Lines.Length + 1];
        for (int i = 0; i < Lines.Length; i++)
        {
            _firstAnchor[i] = _anchors.Count;
            lexicon.Find(Text, Lines[i].Span.Start, Lines[i].Span.End, CueKind.Anchor, _anchors);
            HasHandle |= Lines[i].Span.Of(Text).Contains('@');
            if ((i & 1023) == 0)
                cancellationToken.ThrowIfCancellationRequested();
        }

        _firstAnchor[Lines.Length] = _anchors.Count;
        _isInFirstPerson = new Lazy<bool>(SpeaksInFirstPerson);
        _language = new Lazy<string?>(() => lexicon.Guess.Of(article.Text, SureOfLanguage) ?? PrimaryTag(article.Lang) ?? lexicon.Guess.Of(article.Text));
    }

    public ArticleText Article { get; }

    public string Text { get; }

    public Lexicon Lexicon { get; }

    public Func<string, PermalinkFacts?> Permalink { get; }

    public CancellationToken Cancellation { get; }

    public TextLine[] Lines { get; }

    public IReadOnlyList<Finding> Findings => _findings;

    public bool HasHandle { get; }

    /// <summary>
    /// The article's language, as its words clearly tell, else as declared (pages often declare the language of their template);
    /// null where neither says.
    /// </summary>
    public string? Language => _language.Value;

    /// <summary>
    /// Whether hardly any block has a line end inside, so that one that has was broken by its author; in a text that was wrapped
    /// at a column all have.
    /// </summary>
    public bool BreaksLinesByHand => 3 * _brokenBlocks <= Article.Blocks.Length;

    /// <summary>Whether the article itself says I, we or you in many of its paragraphs, as blogs do, so that these words tell no voice from another.</summary>
    public bool IsInFirstPerson => _isInFirstPerson.Value;

    /// <summary>Whether anything in the text could start a quote.</summary>
    public bool MayHoldQuotes => HasHandle || _anchors.Count > 0;

    public ReadOnlySpan<CueHit> Anchors(int line) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_anchors)[_firstAnchor[line].._firstAnchor[line + 1]];

    /// <summary>Whether any of the lines holds what can start a quote.</summary>
    public bool HasAnchor(int first, int end) => _firstAnchor[first] < _firstAnchor[end];

    /// <summary>The cues of the article's language in a part of the text.</summary>
    public List<CueHit> Cues(TextSpan span, CueKind kinds)
    {
        var hits = new List<CueHit>();
        Lexicon.Find(Text, span.Start, span.End, kinds, hits);
        hits.RemoveAll(hit => !IsOurs(hit.Cue));
        return hits;
    }

    public bool HasCue(TextSpan span, CueKind kinds) => Cues(span, kinds).Count > 0;

    /// <summary>Whether a phrase is of the article's language. What holds in all of them is known without telling which that is.</summary>
    public bool IsOurs(Cue cue) => cue.IsOfAll || cue.IsOf(Language);

    public ReadOnlySpan<char> Of(int line) => Lines[line].Span.Of(Text);

    /// <summary>The lines of a block: from its first to the one after its last.</summary>
    public (int First, int End) LinesOfBlock(int block)
    {
        int end = block + 1 < _firstLine.Length ? _firstLine[block + 1] : Lines.Length;
        return (_firstLine[block], end);
    }

    public TextSpan SpanOfBlock(int block)
    {
        (int first, int end) = LinesOfBlock(block);
        return first == end ? new TextSpan(0, 0) : new TextSpan(Lines[first].Span.Start, Lines[end - 1].Span.End);
    }

    /// <summary>Whether something that is not text, such as an embed, stands between a line's block and the one above.</summary>
    public bool IsGapBefore(int line)
    {
        if (line == 0 || !Lines[line].IsFirst)
            return false;
        int index = Article.Gaps.AsSpan().BinarySearch(Lines[line - 1].Span.End);
        index = index < 0 ? ~index : index;
        return index < Article.Gaps.Length && Article.Gaps[index] <= Lines[line].Span.Start;
    }

    /// <summary>The index of the block that holds a place of the text, or of the last one before it.</summary>
    public int BlockAt(int offset)
    {
        int low = 0, high = Article.Blocks.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Article.Blocks[middle].Start <= offset)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    public TextBlockKind KindOf(int line) => Article.Blocks[Lines[line].Block].Kind;

    public bool IsTaken(int line) => _takenBy[line] is not null;

    public Finding? TakenBy(int line) => _takenBy[line];

    /// <summary>Reports a finding that owns whole lines.</summary>
    public void Take(Finding finding, int firstLine, int endLine)
    {
        _findings.Add(finding);
        for (int i = firstLine; i < endLine; i++)
            _takenBy[i] ??= finding;
    }

    /// <summary>Reports a finding inside a line.</summary>
    public void Add(Finding finding) => _findings.Add(finding);

    private bool SpeaksInFirstPerson()
    {
        int prose = 0, inPerson = 0;
        for (int block = 0; block < Article.Blocks.Length && prose < SampledBlocks; block++)
        {
            TextSpan span = SpanOfBlock(block);
            if (span.Length < ShortestProse)
                continue;
            prose++;
            inPerson += Voice.HasPerson(this, span) ? 1 : 0;
        }

        return prose >= FewestSampled && 2 * inPerson >= prose;
    }

    private static string? PrimaryTag(string? lang)
    {
        if (string.IsNullOrWhiteSpace(lang))
            return null;
        int end = lang.AsSpan().IndexOfAny('-', '_');
        return (end < 0 ? lang : lang[..end]).ToLowerInvariant();
    }

    private static TextLine[] LinesOf(ArticleText article, out int[] firstLine)
    {
        var lines = new List<TextLine>();
        firstLine = new int[article.Blocks.Length];
        for (int block = 0; block < article.Blocks.Length; block++)
        {
            firstLine[block] = lines.Count;
            int start = article.Blocks[block].Start;
            int end = article.Blocks[block].End;
            while (start < end)
            {
                int length = article.Text.AsSpan(start, end - start).IndexOfAny('\n', '\r');
                int lineEnd = length < 0 ? end : start + length;
                TextSpan span = new TextSpan(start, lineEnd).Trim(article.Text);
                if (!span.IsEmpty)
                    lines.Add(new TextLine(span, block, lines.Count == firstLine[block]));
                start = lineEnd + 1;
            }
        }

        return [.. lines];
    }
}
