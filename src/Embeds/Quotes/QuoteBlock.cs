using System.Collections.Immutable;
using System.Text.Json;

namespace Embeds.Quotes;

/// <summary>
/// The durable record of one post as one article quotes it: immutable, without a floating-point number anywhere, sealed by
/// a hash over its canonical JSON (RFC 8785). Everything else (HTML, Markdown, text) is a projection of it.
/// </summary>
/// <remarks>
/// The format is <c>quoteblock/1</c>; its JSON Schema is embedded in the assembly (<see cref="QuoteSchema"/>). Records with
/// lists compare those by reference: compare blocks by <see cref="Quotes.Integrity.Sha256"/>.
/// </remarks>
public sealed partial record QuoteBlock
{
    /// <summary>The format's name and major version.</summary>
    public const string SchemaName = "quoteblock/1";

    /// <summary>Always <see cref="SchemaName"/>.</summary>
    public string Schema { get; } = SchemaName;

    /// <summary>Stable across captures: <c>platform:native_id</c>, or <c>text:&lt;sha256&gt;</c> where no id is known.</summary>
    public required string Key { get; init; }

    /// <summary>The platform's id, such as <c>x</c>; <c>unknown</c> where the article does not say.</summary>
    public required string Platform { get; init; }

    /// <summary>What kind of post it is; null where nothing says.</summary>
    public PostKind? Kind { get; init; }

    /// <summary>The platform's own id of the post: always a string, for ids exceed 2^53. Null when unknown.</summary>
    public string? NativeId { get; init; }

    /// <summary>The post's canonical permalink; null when unknown, never made up.</summary>
    public string? Url { get; init; }

    /// <summary>Every other spelling of the permalink that was seen, such as the one in the article.</summary>
    public ImmutableArray<string> UrlAliases { get; init => field = value.OrEmpty(); } = [];

    /// <summary>UTC time of the capture, <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
    public required string CapturedAt { get; init; }

    /// <summary>The article and the place in it.</summary>
    public required QuoteSource Source { get; init; }

    /// <summary>Who wrote the post; all fields null when unknown.</summary>
    public required Author Author { get; init; }

    /// <summary>What the post says.</summary>
    public required PostText Text { get; init; }

    /// <summary>When it was published.</summary>
    public required Published Published { get; init; }

    /// <summary>UTC time of the last edit, when known.</summary>
    public string? EditedAt { get; init; }

    /// <summary>Attached pictures, videos and sounds.</summary>
    public ImmutableArray<Media> Media { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Preview of a link.</summary>
    public LinkCard? Card { get; init; }

    /// <summary>Poll.</summary>
    public Poll? Poll { get; init; }

    /// <summary>The post that this one quotes.</summary>
    public PostRef? Quoted { get; init; }

    /// <summary>The conversation it stands in.</summary>
    public PostThread? Thread { get; init; }

    /// <summary>Counts.</summary>
    public Metrics? Metrics { get; init; }

    /// <summary>Whether the post stood at the time of capture. Later looks go to <see cref="History"/>.</summary>
    public required Observation Status { get; init; }

    /// <summary>Archived copies.</summary>
    public ImmutableArray<ArchivedVersion> Versions { get; init => field = value.OrEmpty(); } = [];

    /// <summary>
    /// Where each value came from. The key is a JSON Pointer (RFC 6901) into this document and covers its whole subtree
    /// unless a longer pointer is there; the empty key is the default.
    /// </summary>
    public required ImmutableSortedDictionary<string, Provenance> Provenance { get; init; }

    /// <summary>How sure a recovered quote is; null for a quote read from markup.</summary>
    public QuoteRecovery? Recovery { get; init; }

    /// <summary>Under which rule the block is kept.</summary>
    public Rights? Rights { get; init; }

    /// <summary>What made the block: <c>name/version</c>.</summary>
    public string? Generator { get; init; }

    /// <summary>What others add, by reverse-DNS key; sealed like everything else.</summary>
    public ImmutableSortedDictionary<string, JsonElement>? Extensions { get; init; }

    /// <summary>What happened after sealing. Not covered by the seal: it has a hash chain of its own.</summary>
    public ImmutableArray<HistoryEntry> History { get; init => field = value.OrEmpty(); } = [];

    /// <summary>The seal; null only before <see cref="Seal"/> was called.</summary>
    public Integrity? Integrity { get; init; }
}
