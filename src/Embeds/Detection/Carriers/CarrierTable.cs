using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>
/// All carriers in the order in which an element is asked what it carries; the first answer counts:
/// <list type="number">
/// <item>what is known by a sign on the element: platforms' own markup first, then that of tools and publishers;</item>
/// <item>elements of unknown names that name a platform;</item>
/// <item>frames, players and the scripts that make them, by their address;</item>
/// <item>quotations without a sign, by the permalink below the words;</item>
/// <item>a permalink alone in its block;</item>
/// <item>elements without words of their own that keep a permalink or an id in an attribute.</item>
/// </list>
/// Signs stand in one table, so that an element without one costs a look-up for its name, its classes and its attributes.
/// </summary>
internal sealed class CarrierTable
{
    private static readonly ImmutableArray<ICarrier> ByTools =
    [
        new ConsentGate(),
        new Embetty(),
        new LinkPreview(),
        new NamedId(),
        new PostCard(),
        new StoredPost(),
    ];

    private readonly PlatformCatalog _catalog;
    private readonly FrozenDictionary<string, ImmutableArray<ICarrier>> _elements;
    private readonly FrozenDictionary<string, ImmutableArray<ICarrier>> _attributes;
    private readonly FrozenDictionary<string, ImmutableArray<ICarrier>>.AlternateLookup<ReadOnlySpan<char>> _classes;
    private readonly ImmutableArray<(string Prefix, ICarrier Carrier)> _idPrefixes;

    public CarrierTable(PlatformCatalog catalog)
    {
        _catalog = catalog;
        ImmutableArray<ICarrier> all = [.. catalog.All.Select(p => new PlatformMarkup(p)), .. ByTools];
        _elements = Index(all, EmbedMarkKind.Element);
        _attributes = Index(all, EmbedMarkKind.Attribute);
        _classes = Index(all, EmbedMarkKind.Class).GetAlternateLookup<ReadOnlySpan<char>>();
        _idPrefixes = [.. all.SelectMany(c => c.Marks.Where(m => m.Kind == EmbedMarkKind.IdPrefix).Select(m => (m.Name, c)))];
    }

    public CarriedPost? Read(IElement element)
    {
        var name = element.LocalName;
        if (BySign(element, name) is { } signed)
            return signed;
        if (Component.MayBe(element) && Component.Read(element, _catalog) is { } component)
            return component;
        if (PlayerFrame.Is(name))
            return PlayerFrame.Read(element, _catalog);
        if (name == "script")
            return PlayerScript.Read(element, _catalog);
        if (name == "blockquote" && DegradedQuote.Read(element, _catalog) is { } quote)
            return quote;
        if (BareLink.MayHold(name) && BareLink.Read(element, _catalog) is { } bare)
            return CarriedPost.Of(bare, EmbedForm.BareLink, "bare-link", element, _catalog);
        return Placeholder.MayBe(name) ? Placeholder.Read(element, _catalog) : null;
    }

    private CarriedPost? BySign(IElement element, string name)
    {
        if (_elements.TryGetValue(name, out var byName) && FirstOf(byName, element) is { } named)
            return named;
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = attributes[i]!;
            var found = attribute.Name switch
            {
                "class" => ByClass(attribute.Value, element),
                "id" => ById(attribute.Value, element),
                var other => _attributes.TryGetValue(other, out var byAttribute) ? FirstOf(byAttribute, element) : null,
            };
            if (found is not null)
                return found;
        }

        return null;
    }

    private CarriedPost? ById(string id, IElement element)
    {
        foreach (var (prefix, carrier) in _idPrefixes)
        {
            if (id.StartsWith(prefix, StringComparison.Ordinal) && carrier.Read(element, _catalog) is { } found)
                return found;
        }

        return null;
    }

    private CarriedPost? ByClass(string classes, IElement element)
    {
        foreach (var range in classes.AsSpan().SplitAny(" \t\r\n\f"))
        {
            if (_classes.TryGetValue(classes.AsSpan()[range], out var carriers) && FirstOf(carriers, element) is { } found)
                return found;
        }

        return null;
    }

    private CarriedPost? FirstOf(ImmutableArray<ICarrier> carriers, IElement element)
    {
        foreach (var carrier in carriers)
        {
            if (carrier.Read(element, _catalog) is { } found)
                return found;
        }

        return null;
    }

    private static FrozenDictionary<string, ImmutableArray<ICarrier>> Index(ImmutableArray<ICarrier> carriers, EmbedMarkKind kind) => carriers
        .SelectMany(c => c.Marks.Where(m => m.Kind == kind).Select(m => m.Name).Distinct(StringComparer.OrdinalIgnoreCase).Select(n => (Name: n, Carrier: c)))
        .GroupBy(x => x.Name, x => x.Carrier, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
}
