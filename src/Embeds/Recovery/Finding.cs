using System.Runtime.InteropServices;
using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>A quote while its evidence is being gathered.</summary>
internal sealed class Finding(Rule rule, TextSpan whole, TextSpan words)
{
    private readonly List<Piece> _evidence = [];

    public Rule Rule { get; } = rule;

    public TextSpan Whole { get; set; } = whole;

    public TextSpan Words { get; set; } = words;

    public string? Platform { get; set; }

    public string? AuthorName { get; set; }

    public string? AuthorHandle { get; set; }

    public Published Published { get; set; } = Published.Unknown;

    public string? Permalink { get; set; }

    public string? NativeId { get; set; }

    public TextCompleteness Completeness { get; set; } = TextCompleteness.Full;

    /// <summary>The article's words that present the post; empty where the post's own signature or widget closes it.</summary>
    public TextSpan Lead { get; set; }

    public TranslationState? Translated { get; set; }

    public int AuthorConfidence { get; set; }

    public int PlatformConfidence { get; set; }

    public int WordsConfidence { get; set; }

    public IEnumerable<Piece> Evidence => _evidence.OrderBy(piece => piece.Span.Start).ThenBy(piece => piece.Span.End);

    public int PostConfidence => Math.Clamp(_evidence.Sum(piece => piece.Weight), 0, Rule.Highest);

    public void Add(Rule rule, TextSpan span) => Add(rule, rule.Weight, span);

    public void Add(Rule rule, int weight, TextSpan span) => _evidence.Add(new Piece(rule, weight, span));

    /// <summary>Takes the author that the article's own words name.</summary>
    public void SetAuthor(Attribution author, int confidence, TextSpan span)
    {
        AuthorName = author.Name;
        AuthorHandle = author.Handle;
        AuthorConfidence = confidence;
        if (!author.IsNone)
            Add(Rule.AuthorNamed, span);
    }

    public void SetPlatform(string? platform, int confidence)
    {
        Platform = platform;
        PlatformConfidence = platform is null ? 0 : confidence;
    }

    /// <summary>One rule that fired, with its span in UTF-16 units of the article's text.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Piece(Rule Rule, int Weight, TextSpan Span);
}
