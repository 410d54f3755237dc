using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Embeds.Articles;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Rewriting;

/// <summary>
/// Sets blocks in the place of embeds, on the source itself: what is not replaced is copied byte by byte, never written anew
/// from the tree. Where it cannot be sure of an embed's bounds it leaves the embed and says why.
/// </summary>
internal static class ArticleRewriter
{
    public const string OriginalAttribute = "data-qb-original";
    public const string SplitAttribute = "data-qb-split";
    // Stands where a twin was, so that it can be given back to its own place.
    private const string Twin = "<span hidden data-qb=\"twin\"></span>";

    public static RewrittenArticle Rewrite(SourceBytes source, IReadOnlyList<EmbedPlace> places, RewriteOptions options)
    {
        var refusals = ImmutableArray.CreateBuilder<RewriteRefusal>();
        var cuts = new List<Cut>();
        foreach (var place in places)
        {
            if (options.OnlyGone && place.Block.Status.State is not (PostState.Deleted or PostState.Suspended or PostState.Gone))
                continue;
            if (CutOf(source.Text, place, refusals) is not { } cut)
                continue;
            cuts.Add(cut);
            cuts.AddRange(place.Twins.Select(t => TwinOf(source.Text, t, place.Block)).OfType<Cut>());
        }

        // Of two that begin together the longer one comes first.
        cuts.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        return Write(source, Separate(cuts, refusals), options, refusals);
    }

    /// <summary>Gives back the article whose blocks keep what they replaced.</summary>
    /// <returns>The original bytes; the same bytes when no block keeps anything.</returns>
    public static ReadOnlyMemory<byte> Restore(SourceBytes source)
    {
        var html = source.Text;
        var output = new MemoryStream(source.Bytes.Length);
        var copied = 0;
        var reader = new TagReader(html);
        while (reader.Read())
        {
            if (reader.IsEndTag || !(reader.Is("figure") || reader.Is("span")) || reader.Start < copied || Attribute(reader, OriginalAttribute) is not { } original)
                continue;
            if (ElementSpan.EndOf(html, reader.Start) is not { } end)
                continue;
            var split = Attribute(reader, SplitAttribute) is not null;
            var start = split && html.AsSpan(0, reader.Start).EndsWith("</p>") ? reader.Start - 4 : reader.Start;
            end = split && html.AsSpan(end).StartsWith("<p>") ? end + 3 : end;
            output.Write(source.Slice(copied, start));
            output.Write(source.Encode(original));
            copied = end;
        }

        output.Write(source.Slice(copied, html.Length));
        return output.ToArray();
    }

    private static string? Attribute(TagReader reader, string name)
    {
        var attributes = reader.Attributes;
        while (attributes.Read())
        {
            if (attributes.Name.SequenceEqual(name))
                return WebUtility.HtmlDecode(attributes.Value.ToString());
        }

        return null;
    }

    private static Cut? CutOf(string html, EmbedPlace place, ImmutableArray<RewriteRefusal>.Builder refusals)
    {
        Cut? Refuse(string code, string message)
        {
            refusals.Add(new RewriteRefusal { Key = place.Block.Key, Code = code, Message = message });
            return null;
        }

        var isData = place.Carrier.LocalName == "script" && place.Carrier.GetAttribute("type") is not { } type || place.Carrier.GetAttribute("type")?.Contains("json", StringComparison.Ordinal) == true;
        if (isData || place.Carrier.LocalName is "html" or "body" or "head")
            return Refuse("not-in-markup", "The post stands only in the data of a script; the article's markup has no place for it.");
        var element = place.Outermost();
        var start = EmbedPlace.StartOf(element);
        if (start < 0 || start >= html.Length || !IsTagAt(html, start, element.LocalName))
            return Refuse("moved", "The parser moved the embed to another place than the source has it.");
        if (ElementSpan.EndOf(html, start) is not { } end)
            return Refuse("no-end", $"The source does not say where the <{element.LocalName}> ends.");
        return element.ParentElement switch
        {
            { LocalName: "p" } => new Cut(start, end, place.Block, SplitsParagraph: true),
            { LocalName: "a" or "span" or "b" or "i" or "em" or "strong" or "button" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre" or "label" or "font" or "small" or "u" } inline =>
                Refuse("inline", $"The embed stands inside <{inline.LocalName}>, where no block may stand."),
            _ => new Cut(start, end, place.Block, SplitsParagraph: false),
        };
    }

    /// <summary>A twin is cut out where it stands outside the embed's own span; one that is not sure of its bounds stays.</summary>
    private static Cut? TwinOf(string html, IElement twin, QuoteBlock block)
    {
        var start = EmbedPlace.StartOf(twin);
        return start >= 0 && start < html.Length && IsTagAt(html, start, twin.LocalName) && ElementSpan.EndOf(html, start) is { } end
            ? new Cut(start, end, block, SplitsParagraph: false) { IsTwin = true }
            : null;
    }

    private static bool IsTagAt(string html, int start, string name) =>
        html[start] == '<' && html.AsSpan(start + 1).StartsWith(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>An embed inside another's span went with it; one that begins inside and ends outside is malformed.</summary>
    private static List<Cut> Separate(List<Cut> cuts, ImmutableArray<RewriteRefusal>.Builder refusals)
    {
        var separate = new List<Cut>(cuts.Count);
        var end = 0;
        foreach (var cut in cuts)
        {
            if (cut.Start < end)
            {
                if (!cut.IsTwin)
                    refusals.Add(new RewriteRefusal { Key = cut.Block.Key, Code = "overlap", Message = "The embed lies inside another one that was replaced." });
                continue;
            }

            separate.Add(cut);
            end = cut.End;
        }

        return separate;
    }

    private static RewrittenArticle Write(SourceBytes source, List<Cut> cuts, RewriteOptions options, ImmutableArray<RewriteRefusal>.Builder refusals)
    {
        var replacements = ImmutableArray.CreateBuilder<Replacement>(cuts.Count);
        var views = cuts.ConvertAll(c => c.Block.ToPublicView());
        var figures = Figures(cuts, views);
        var output = new MemoryStream(source.Bytes.Length);
        var copied = 0;
        for (var i = 0; i < cuts.Count; i++)
        {
            var cut = cuts[i];
            output.Write(source.Slice(copied, cut.Start));
            var start = (int)output.Length;
            var original = options.Originals == OriginalMarkup.Embedded ? source.Text[cut.Start..cut.End] : null;
            output.Write(source.Encode(Framed(figures[i], original, cut.SplitsParagraph, source.LineEnd)));
            replacements.Add(new Replacement
            {
                Key = cut.Block.Key,
                Sha256 = views[i].Integrity!.Sha256,
                Start = source.OffsetOf(cut.Start),
                End = source.OffsetOf(cut.End),
                NewStart = start,
                NewEnd = (int)output.Length,
            });
            copied = cut.End;
        }

        output.Write(source.Slice(copied, source.Text.Length));
        return new RewrittenArticle { Bytes = output.ToArray(), Replacements = replacements.ToImmutable(), Refusals = refusals.ToImmutable() };
    }

    private static List<string> Figures(List<Cut> cuts, List<QuoteBlock> views)
    {
        var options = new HtmlQuoteOptions();
        var renderer = new HtmlQuoteRenderer(options);
        var ids = new HtmlIds(options.IdPrefix);
        return [.. cuts.Select((cut, i) =>
        {
            if (cut.IsTwin)
                return Twin;
            using var writer = new StringWriter(CultureInfo.InvariantCulture);
            renderer.Render(views[i], writer, ids);
            return writer.ToString();
        })];
    }

    /// <summary>
    /// A figure ends an open paragraph, so inside one the paragraph is closed before it and opened again behind it; the block
    /// remembers that, and restoring takes both tags away again.
    /// </summary>
    private static string Framed(string figure, string? original, bool split, string lineEnd)
    {
        var text = new StringBuilder(figure.Length + (original?.Length ?? 0) + 64);
        var name = figure.IndexOf(' ', StringComparison.Ordinal);
        text.Append(split ? "</p>" : "").Append(figure, 0, name);
        if (original is not null)
            text.Append(' ').Append(OriginalAttribute).Append("=\"").Append(WebUtility.HtmlEncode(original)).Append('"');
        if (split)
            text.Append(' ').Append(SplitAttribute).Append("=\"p\"");
        text.Append(lineEnd == "\n" ? figure[name..] : figure[name..].Replace("\n", lineEnd, StringComparison.Ordinal));
        return text.Append(split ? "<p>" : "").ToString();
    }

    private sealed record Cut(int Start, int End, QuoteBlock Block, bool SplitsParagraph)
    {
        public bool IsTwin { get; init; }
    }
}
