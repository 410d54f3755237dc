using System.Collections.Immutable;
using AngleSharp.Dom;
using Embeds.Quotes;

namespace Embeds.Rewriting;

/// <summary>An embed in a tree whose elements know where they began, and the block that is to stand in its place.</summary>
/// <param name="Carrier">The element that carries it; of a code in the text, the element whose text it is.</param>
/// <param name="Twins">What stands for the same embed beside it: a <c>noscript</c> copy, a hidden original.</param>
/// <param name="Block">The block.</param>
internal sealed record EmbedPlace(IElement Carrier, ImmutableArray<IElement> Twins, QuoteBlock Block)
{
    private static readonly string[] WrapperWords = ["embed", "twitter", "tweet", "instagram", "facebook", "youtube", "video", "player", "social", "iframe", "responsive", "media", "consent", "lazy", "widget"];

    /// <summary>Containers that say nothing of themselves, between an embed and a wrapper of its own.</summary>
    private const int MostUnnamed = 4;

    /// <summary>The code or line in the carrier's text that stands for the post; null when the carrier as a whole does.</summary>
    public string? Code { get; init; }

    /// <summary>The post stands only in a script's data, which has no place in the article.</summary>
    public bool IsStored { get; init; }

    /// <summary>The carrier and the wrappers that hold it and nothing else of the article, the outermost first.</summary>
    public Stack<IElement> Wrappers()
    {
        var wrappers = new Stack<IElement>([Carrier]);
        List<IElement> unnamed = [];
        for (var at = Carrier; at.ParentElement is { } parent && unnamed.Count <= MostUnnamed && IsContainer(parent) && HoldsNothingElse(parent, at); at = parent)
        {
            unnamed.Add(parent);
            if (!IsWrapper(parent))
                continue;
            unnamed.ForEach(wrappers.Push);
            unnamed.Clear();
        }

        return wrappers;
    }

    /// <summary>The twin with the <c>noscript</c> that holds nothing but it.</summary>
    public IElement OutermostOf(IElement twin) =>
        twin.ParentElement is { LocalName: "noscript" } fallback && HoldsNothingElse(fallback, twin) ? fallback : twin;

    private bool HoldsNothingElse(IElement parent, IElement inner)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (!ReferenceEquals(children[i], inner) && !IsBelonging(children[i]))
                return false;
        }

        return true;
    }

    // What may stand beside an embed in a wrapper that holds nothing else: its loader, its fallback, a caption that only names it.
    private bool IsBelonging(INode node) => node switch
    {
        IText text => string.IsNullOrWhiteSpace(text.Data),
        IComment => true,
        IElement { LocalName: "script" } script => script.HasAttribute("src"),
        IElement { LocalName: "br" } => true,
        IElement { LocalName: "p", ChildElementCount: 0 } paragraph => string.IsNullOrWhiteSpace(paragraph.TextContent),
        IElement { LocalName: "figcaption" } caption => EmbedCaption.SaysNothingElse(caption, Block),
        IElement element => ReferenceEquals(element, Carrier) || Twins.Any(t => !element.Contains(Carrier) && HasNoWordsBeside(element, t)),
        _ => false,
    };

    private static bool HasNoWordsBeside(IElement element, IElement twin) =>
        ReferenceEquals(element, twin) || element.Contains(twin) && element.TextContent.AsSpan().Trim().Length == twin.TextContent.AsSpan().Trim().Length;

    private static bool IsContainer(IElement element) => element.LocalName is "figure" or "p" or "center" or "noscript" or "div" or "span" or "aside";

    /// <summary>A layout's containers hold whatever the article has; only what is there for the embed's sake is a wrapper.</summary>
    private static bool IsWrapper(IElement element)
    {
        if (element.LocalName is not ("div" or "span"))
            return true;
        var names = element.GetAttribute("class") + " " + element.Id;
        return names.Length == 1 || WrapperWords.Any(word => names.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
