using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Languages;
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

    /// <summary>Marks a block that already stands in an embed's place.</summary>
    public const string BlockAttribute = "data-qb";

    private readonly PlatformCatalog _catalog;
    private readonly WordTable<ImmutableArray<ICarrier>> _elements;
    private readonly WordTable<ImmutableArray<(ICarrier Carrier, string? Value)>> _attributes;
    private readonly WordTable<ImmutableArray<ICarrier>> _classes;
    private readonly ImmutableArray<(string Prefix, ICarrier Carrier)> _idPrefixes;

    public CarrierTable(PlatformCatalog catalog)
    {
        _catalog = catalog;
        ImmutableArray<ICarrier> all = [.. catalog.All.Select(p => new PlatformMarkup(p)), .. ByTools];
        _elements = Index(all, EmbedMarkKind.Element);
        _attributes = new(all.SelectMany(c => c.Marks.Where(m => m.Kind == EmbedMarkKind.Attribute).Select(m => (m.Name, Carrier: c, m.Value)))
            .GroupBy(m => m.Name, m => (m.Carrier, m.Value), StringComparer.OrdinalIgnoreCase)
            .Select(g => KeyValuePair.Create(g.Key, g.ToImmutableArray())));
        _classes = Index(all, EmbedMarkKind.Class);
        _idPrefixes = [.. all.SelectMany(c => c.Marks.Where(m => m.Kind == EmbedMarkKind.IdPrefix).Select(m => (m.Name, c)))];
    }

    /// <summary>Longer names of elements are nobody's mark.</summary>
    public const int MaxName = 40;

    /// <summary>Whether elements of this name may carry a post for their name alone.</summary>
    public bool MarksName(ReadOnlySpan<char> name) => name.Length <= MaxName && (_elements.Contains(name) || Component.PlatformOf(name, _catalog) is not null);

    /// <summary>Whether one of an element's classes may be a carrier's mark.</summary>
    public bool MarksClass(ReadOnlySpan<char> classes)
    {
        foreach (var range in classes.SplitAny(" \t\r\n\f"))
        {
            if (_classes.Contains(classes[range]))
                return true;
        }

        return false;
    }

    /// <summary>Whether an attribute holds an id that needs a platform's name beside it.</summary>
    public bool IsNamedId(ReadOnlySpan<char> name) => _attributes.TryGet(name, out var carriers) && carriers is [(NamedId, _)];

    /// <summary>Whether an attribute may be a carrier's mark, by its name or as an id.</summary>
    public bool MarksAttribute(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (!name.Equals("id", StringComparison.OrdinalIgnoreCase))
            return Marks(name, value) || name.Equals(BlockAttribute, StringComparison.OrdinalIgnoreCase);
        foreach (var (prefix, _) in _idPrefixes)
        {
            if (value.StartsWith(prefix, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private bool Marks(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (!_attributes.TryGet(name, out var marked))
            return false;
        foreach (var (carrier, expected) in marked)
        {
            if (carrier is not NamedId && (expected is null || value.Equals(expected, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    public CarriedPost? Read(Element element)
    {
        var name = element.LocalName;
        return ByMark(element, name) ?? ByPermalink(element, name);
    }

    private CarriedPost? ByMark(Element element, string name)
    {
        if (BySign(element, name) is { } signed)
            return signed;
        if (Component.MayBe(element) && Component.Read(element, _catalog) is { } component)
            return component;
        if (PlayerFrame.Is(name))
            return PlayerFrame.Read(element, _catalog);
        return name == "script" ? PlayerScript.Read(element, _catalog) : null;
    }

    private CarriedPost? ByPermalink(Element element, string name)
    {
        if ((name == "blockquote" || DegradedQuote.MayBeSigned(element, name)) && DegradedQuote.Read(element, _catalog) is { } quote)
            return quote;
        if (BareLink.MayHold(name) && BareLink.Read(element, _catalog) is { } bare)
            return CarriedPost.Of(bare, EmbedForm.BareLink, "bare-link", element, _catalog);
        return Placeholder.MayBe(name) ? Placeholder.Read(element, _catalog) : null;
    }

    private CarriedPost? BySign(IElement element, string name)
    {
        if (_elements.TryGet(name, out var byName) && FirstOf(byName, element) is { } named)
            return named;
        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = attributes[i]!;
            var found = attribute.Name switch
            {
                "class" => ByClass(attribute.Value, element),
                "id" => ById(attribute.Value, element),
                var other => ByAttribute(other, attribute.Value, element),
            };
            if (found is not null)
                return found;
        }

        return null;
    }

    private CarriedPost? ByAttribute(string name, string value, IElement element)
    {
        if (!_attributes.TryGet(name, out var marked))
            return null;
        foreach (var (carrier, expected) in marked)
        {
            if ((expected is null || value.Equals(expected, StringComparison.OrdinalIgnoreCase)) && carrier.Read(element, _catalog) is { } found)
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
            if (_classes.TryGet(classes.AsSpan()[range], out var carriers) && FirstOf(carriers, element) is { } found)
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

    private static WordTable<ImmutableArray<ICarrier>> Index(ImmutableArray<ICarrier> carriers, EmbedMarkKind kind) => new(carriers
        .SelectMany(c => c.Marks.Where(m => m.Kind == kind).Select(m => m.Name).Distinct(StringComparer.OrdinalIgnoreCase).Select(n => (Name: n, Carrier: c)))
        .GroupBy(x => x.Name, x => x.Carrier, StringComparer.OrdinalIgnoreCase)
        .Select(g => KeyValuePair.Create(g.Key, g.ToImmutableArray())));
}
