using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Embeds.Rewriting;

/// <summary>
/// Tells whether an element stands in the tree where it stands in the source. A parser moves what tables must not hold, and
/// ends what was never closed elsewhere than the source seems to.
/// </summary>
internal sealed class SourceOrder(PageSource page)
{
    private const int MaxLook = 64;

    // A parser opens them again in other places; the copies stand nowhere in the source.
    private static readonly FrozenSet<string> Repeated = FrozenSet.Create(StringComparer.Ordinal, "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");

    public bool Holds(IElement element, int start, int end) =>
        Around(element) < start && Before(element) < start && After(element) is var after && (after < 0 || after >= end) && HoldsOnlyItsOwn(element) && !EndsDrawing(element, start);

    /// <summary>A drawing that was never closed ends where a quotation begins; where a figure begins it would go on.</summary>
    private bool EndsDrawing(IElement element, int start)
    {
        var at = element.PreviousElementSibling;
        for (var looked = 0; at is not null && looked < MaxLook; looked++, at = at.LastElementChild)
        {
            if (at.LocalName is "svg" or "math")
                return ElementSpan.EndOf(page.Markup, page.StartOf(at)) is not { } end || end > start;
        }

        return false;
    }

    /// <summary>A link or an emphasis that is still open around the embed when another begins inside is drawn into it.</summary>
    private bool HoldsOnlyItsOwn(IElement element)
    {
        List<string> opened = [];
        var at = element.FirstElementChild;
        for (var looked = 0; at is not null && looked < MaxLook; looked++)
        {
            if (Repeated.Contains(at.LocalName) && page.StartOf(at) >= 0)
                opened.Add(at.LocalName);
            else if (Repeated.Contains(at.LocalName) && !opened.Contains(at.LocalName))
                return false;
            at = at.FirstElementChild ?? NextWithin(at, element);
        }

        return true;
    }

    private static IElement? NextWithin(IElement at, IElement root)
    {
        for (IElement? up = at; up is not null && !ReferenceEquals(up, root); up = up.ParentElement)
        {
            if (up.NextElementSibling is { } next)
                return next;
        }

        return null;
    }

    private int Around(IElement element)
    {
        var at = element.ParentElement;
        while (at is not null && !IsPlaced(at))
            at = at.ParentElement;
        return at is null ? -1 : page.StartOf(at);
    }

    private int Before(IElement element)
    {
        var at = element.PreviousElementSibling;
        for (var looked = 0; at is not null && !IsPlaced(at) && looked < MaxLook; looked++)
            at = at.PreviousElementSibling;
        return at is not null && IsPlaced(at) ? page.StartOf(at) : -1;
    }

    /// <summary>The first element behind this one in the tree's order; -1 when there is none.</summary>
    private int After(IElement element)
    {
        var at = Next(element);
        for (var looked = 0; at is not null && !IsPlaced(at) && looked < MaxLook; looked++)
            at = at.FirstElementChild ?? Next(at);
        return at is not null && IsPlaced(at) ? page.StartOf(at) : -1;
    }

    private static IElement? Next(IElement element)
    {
        for (var at = element; at is not null; at = at.ParentElement)
        {
            if (at.NextElementSibling is { } next)
                return next;
        }

        return null;
    }

    private bool IsPlaced(IElement element) => page.StartOf(element) >= 0 && !Repeated.Contains(element.LocalName);
}
