using System.Collections.Immutable;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>
/// What a figure that lost its JSON still says of its post in microformats (h-cite): less than the block held, and only as it was
/// shown.
/// </summary>
internal sealed class FigureMarks
{
    /// <summary>The rule that a block read back in this way names in its provenance.</summary>
    public const string Rule = "quote-block.microformats";

    // Nobody sealed what is read here, and whatever let the JSON go may have changed more.
    private const int Confidence = 90;

    private static readonly ImmutableArray<string> Names = ["p-name", "p-nickname", "u-url", "u-uid", "u-syndication-source", "dt-published", "dt-updated", "dt-accessed"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private string? _lang;
    private string? _direction;

    /// <summary>Takes what one element of the figure is marked as; the first of each name counts.</summary>
    /// <param name="classes">Its classes.</param>
    /// <param name="value">Its address, time or value for machines.</param>
    public void Add(string? classes, string? value)
    {
        if (string.IsNullOrEmpty(classes) || string.IsNullOrEmpty(value))
            return;
        foreach (Range range in classes.AsSpan().Split(' '))
        {
            foreach (string name in Names)
            {
                if (classes.AsSpan()[range].SequenceEqual(name))
                    _values.TryAdd(name, value);
            }
        }
    }

    /// <summary>Takes the language and the direction of the words.</summary>
    public void AddWords(string? lang, string? direction) => (_lang, _direction) = (lang, direction);

    /// <summary>An unsealed block of what is marked; null where no time of capture or neither words nor an address is.</summary>
    /// <param name="key">The figure's key, where that is left.</param>
    /// <param name="words">Its words.</param>
    public QuoteBlock? ToBlock(string? key, string words)
    {
        string? url = LinkTarget.Of(Value("u-uid"));
        if (DisplayDate.Read(Value("dt-accessed")) is not { } captured || (words.Length == 0 && url is null))
            return null;
        string? handle = Value("p-nickname")?.TrimStart('@');
        string text = VerbatimText.Normalise(words);
        return new QuoteBlock
        {
            Key = key ?? QuoteKey.ForText(handle, text.Length > 0 ? text : url!),
            Platform = key is not null && key.IndexOf(':', StringComparison.Ordinal) is var end and > 0 && key[..end] is not "text" and var platform ? platform : "unknown",
            Url = url,
            CapturedAt = captured.Machine,
            Source = new QuoteSource { Kind = SourceKind.Article, Url = LinkTarget.Of(Value("u-syndication-source")), EmbedForm = "h-cite" },
            Author = new Author { Name = Value("p-name"), Handle = handle, Url = LinkTarget.Of(Value("u-url")) },
            Text = new PostText
            {
                Value = text,
                Completeness = TextCompleteness.Unknown,
                Lang = CaptionFacts.LanguageTag(_lang),
                Dir = _direction switch { "ltr" => TextDirection.Ltr, "rtl" => TextDirection.Rtl, _ => null },
            },
            Published = PublishedAt(),
            EditedAt = DisplayDate.Read(Value("dt-updated"))?.Machine,
            Status = Observation.NotLooked,
            Provenance = ImmutableSortedDictionary.Create<string, Provenance>(StringComparer.Ordinal)
                .Add("", new Provenance { Via = Via.Markup, Confidence = Confidence, Rule = Rule }),
        };
    }

    private string? Value(string name) => _values.GetValueOrDefault(name);

    private Published PublishedAt()
    {
        if (DisplayDate.Read(Value("dt-published")) is not { Machine: var at })
            return Published.Unknown;
        bool isExplicit = at[^1] == 'Z' || (at.Length > 16 && at[^6] is '+' or '-');
        return new Published { At = at, Precision = PrecisionOf(at), Zone = isExplicit ? DateZone.Explicit : DateZone.Unknown };
    }

    // 2021, 2021-11, 2021-11-28, 2021-11-28T14:05, 2021-11-28T14:05:09, 2021-11-28T14:05:09.123
    private static DatePrecision PrecisionOf(string at) => at.Length switch
    {
        4 => DatePrecision.Year,
        7 => DatePrecision.Month,
        10 => DatePrecision.Day,
        _ when at.Contains('.', StringComparison.Ordinal) => DatePrecision.Millisecond,
        > 16 when at[16] == ':' => DatePrecision.Second,
        _ => DatePrecision.Minute,
    };
}
