using System.Net;
using System.Text;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.X;

/// <summary>
/// The words of a post as X's answers have them: escaped for HTML, with entities whose offsets count in the escaped text, in code
/// points or in UTF-16 units depending on the answer's maker. The unit is the one in which the entities fit.
/// </summary>
internal sealed class XText
{
    private readonly string _escaped;
    private readonly List<Entity> _entities;
    private readonly bool _isUtf16;

    private XText(string escaped, JsonElement entities)
    {
        _escaped = escaped;
        _entities = [.. EntitiesOf(entities)];
        _isUtf16 = _entities.Count(e => Fits(e, utf16: true)) > _entities.Count(e => Fits(e, utf16: false));
    }

    public static PostText? Read(JsonElement post)
    {
        if (post.Text("text") is not { } escaped)
            return null;
        var text = new XText(escaped, post.At("entities"));
        // A long post is a note, of which this answer has the beginning.
        var completeness = post.Has("note_tweet") ? TextCompleteness.Truncated : TextCompleteness.Full;
        return text.Visible(post.At("display_text_range"), completeness)?.In(post.Text("lang"));
    }

    /// <summary>The part that X shows: without the names that a reply begins with and the link that stands for its pictures.</summary>
    private PostText? Visible(JsonElement range, TextCompleteness completeness)
    {
        var from = Unit(range.Item(0).Number()) ?? 0;
        var to = Unit(range.Item(1).Number()) ?? _escaped.Length;
        if (from >= to)
            return null;
        var value = Unescaped(from, to);
        var facets = new FacetList(value, OffsetUnit.Utf16);
        foreach (var entity in _entities.Where(e => Fits(e, _isUtf16)))
        {
            var (start, end) = (Unit(entity.Start)!.Value, Unit(entity.End)!.Value); // it fits, so they are there
            if (start >= from && end <= to)
                facets.Add(Unescaped(from, start).Length, Unescaped(from, end).Length, entity.Facet);
        }

        return new PostText { Value = VerbatimText.Normalise(value), Completeness = completeness, Facets = facets.ToImmutable() };
    }

    private string Unescaped(int from, int to) => WebUtility.HtmlDecode(_escaped[from..to]);

    private bool Fits(Entity entity, bool utf16) =>
        Unit(entity.Start, utf16) is { } start && Unit(entity.End, utf16) is { } end && start < end
        && _escaped.AsSpan(start, end - start) is var span && span.Length > 1
        && (entity.HasSign ? span[1..] : span).Equals(entity.Words, StringComparison.OrdinalIgnoreCase);

    private int? Unit(long? offset) => Unit(offset, _isUtf16);

    private int? Unit(long? offset, bool utf16)
    {
        if (offset is not (>= 0 and <= int.MaxValue and var at))
            return null;
        if (utf16)
            return at <= _escaped.Length ? (int)at : null;
        return CodePoints.TryToUtf16(_escaped, (int)at, out var unit) ? unit : null;
    }

    private static IEnumerable<Entity> EntitiesOf(JsonElement entities)
    {
        foreach (var tag in entities.Items("hashtags"))
            yield return Of(tag, tag.Text("text"), hasSign: true, FacetList.Of(FacetType.Hashtag, tag.Text("text")));
        foreach (var symbol in entities.Items("symbols"))
            yield return Of(symbol, symbol.Text("text"), hasSign: true, FacetList.Of(FacetType.Cashtag, symbol.Text("text")));
        foreach (var mention in entities.Items("user_mentions"))
        {
            var name = mention.Text("screen_name");
            yield return Of(mention, name, hasSign: true, FacetList.Of(FacetType.Mention, $"https://x.com/{name}", id: mention.Text("id_str")));
        }

        foreach (var link in entities.Items("urls").Concat(entities.Items("media")))
        {
            var url = link.Text("url");
            yield return Of(link, url, hasSign: false, FacetList.Of(FacetType.Link, url, link.Text("expanded_url"), link.Text("display_url")));
        }
    }

    private static Entity Of(JsonElement entity, string? words, bool hasSign, Facet facet) =>
        new(entity.At("indices").Item(0).Number(), entity.At("indices").Item(1).Number(), words ?? "", hasSign, facet);

    private sealed record Entity(long? Start, long? End, string Words, bool HasSign, Facet Facet);
}
