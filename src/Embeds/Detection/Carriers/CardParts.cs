using System.Collections.Frozen;
using AngleSharp.Dom;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Detection.Carriers;

/// <summary>
/// The parts of a card that a publisher or a tool drew itself. Hands differ, but all name a part by what it holds:
/// <c>tweet-author-handle</c>, <c>TweetAuthor-screenName</c>, <c>subbuzz-tweet__username</c>.
/// </summary>
internal sealed class CardParts
{
    private const int MaxNodes = 2_000;
    private const int MaxLabel = 160;

    private enum Part
    {
        None,
        Name,
        Author,
        Handle,
        Words,
        Body,
        Date,

        /// <summary>Another post inside the post: nothing in it is this one's.</summary>
        Quoted,

        /// <summary>Says of the name before it that it is a part of the frame: "header-text", "like-count".</summary>
        Frame,
    }

    // By the last word of the class that is listed here.
    private static readonly FrozenDictionary<string, Part>.AlternateLookup<ReadOnlySpan<char>> PartsByWord =
        new Dictionary<string, Part>(StringComparer.OrdinalIgnoreCase)
        {
            ["name"] = Part.Name,
            ["fullname"] = Part.Name,
            ["realname"] = Part.Name,
            ["displayname"] = Part.Name,
            ["author"] = Part.Author,
            ["handle"] = Part.Handle,
            ["username"] = Part.Handle,
            ["screenname"] = Part.Handle,
            ["nickname"] = Part.Handle,
            ["text"] = Part.Words,
            ["message"] = Part.Words,
            ["tweet"] = Part.Body,
            ["content"] = Part.Body,
            ["body"] = Part.Body,
            ["date"] = Part.Date,
            ["time"] = Part.Date,
            ["timestamp"] = Part.Date,
            ["quote"] = Part.Quoted,
            ["quoted"] = Part.Quoted,
            ["header"] = Part.Frame,
            ["footer"] = Part.Frame,
            ["count"] = Part.Frame,
            ["avatar"] = Part.Frame,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<Part, IElement> _parts = [];
    private readonly List<IElement> _bodies = [];
    private IElement? _heading;
    private string? _alt;

    private CardParts()
    {
    }

    /// <summary>The post to which the card links: by its date if that is a link, else by any link outside the words.</summary>
    public PostLink? Link { get; private set; }

    /// <summary>Null where the card has neither words nor an author of the post's.</summary>
    public PostFacts? Facts { get; private set; }

    public static CardParts Of(IElement card, PlatformCatalog catalog)
    {
        var parts = new CardParts();
        parts.Collect(card, catalog);
        var (altHandle, altWords) = parts.InPicture();
        var words = parts.Words();
        var author = parts.AuthorOf(altHandle, words is not null);
        if (words is not null || altWords is not null || author is not null)
            parts.Facts = new PostFacts { Via = Via.Markup, Rule = "card", Author = author, Text = words ?? altWords, Published = parts.PublishedOf() };
        return parts;
    }

    private void Collect(IElement card, PlatformCatalog catalog)
    {
        var path = new Stack<(INode Node, int Next)>();
        path.Push((card, 0));
        for (var budget = MaxNodes; path.Count > 0 && budget > 0; budget--)
        {
            var (node, next) = path.Pop();
            if (next >= node.ChildNodes.Length)
                continue;
            path.Push((node, next + 1));
            if (node.ChildNodes[next] is not IElement element || element.LocalName is "script" or "style" or "svg")
                continue;
            var part = PartOf(element);
            if (part == Part.Quoted)
                continue;
            if (part == Part.Body)
                _bodies.Add(element);
            else if (part != Part.None)
                _parts.TryAdd(part, element);
            if (element.LocalName is "h3" or "h4")
                _heading ??= element;
            _alt ??= element.GetAttribute("alt") is { Length: > MaxLabel / 8 } alt ? alt : element.GetAttribute("data-alt");
            SeeLink(element, part, catalog);
            path.Push((element, 0));
        }
    }

    private void SeeLink(IElement element, Part part, PlatformCatalog catalog)
    {
        // Some tools leave the attribute on a span, where it does nothing.
        if (element.GetAttribute("href") is not { } href || !catalog.KnowsHostIn(href) || catalog.ReadLink(href) is not { } link)
            return;
        var inWords = _parts.TryGetValue(Part.Words, out var words) && words.Contains(element);
        var isDate = part == Part.Date || _parts.TryGetValue(Part.Date, out var date) && date.Contains(element);
        if (isDate || Link is null && !inWords)
            Link = link;
    }

    private static bool IsQuoted(IElement element) => PartOf(element) == Part.Quoted;

    private static Part PartOf(IElement element)
    {
        if (element.LocalName == "time")
            return Part.Date;
        if (element.GetAttribute("class") is not { Length: < 400 } classes)
            return Part.None;
        foreach (var range in classes.AsSpan().SplitAny(" \t\r\n\f"))
        {
            if (PartOf(classes.AsSpan()[range]) is var part and not Part.None)
                return part;
        }

        return Part.None;
    }

    private static Part PartOf(ReadOnlySpan<char> className)
    {
        var last = Part.None;
        var before = default(ReadOnlySpan<char>);
        foreach (var word in new NameWords(className))
        {
            var part = PartsByWord.TryGetValue(word, out var known) ? known : Part.None;
            if (part == Part.Quoted)
                return Part.Quoted;
            last = last == Part.Frame ? Part.Frame
                : part == Part.Name && (before.Equals("screen", StringComparison.OrdinalIgnoreCase) || before.Equals("user", StringComparison.OrdinalIgnoreCase)) ? Part.Handle
                : word.Equals("at", StringComparison.OrdinalIgnoreCase) && before.Equals("created", StringComparison.OrdinalIgnoreCase) ? Part.Date
                : part;
            before = word;
        }

        return last == Part.Frame ? Part.None : last;
    }

    private Author? AuthorOf(string? altHandle, bool hasWords)
    {
        var handle = Label(Part.Handle)?.TrimStart('@');
        if (handle is not null && handle.AsSpan().ContainsAny(' ', '\n'))
            handle = null;
        // A card without words has the page's title as its heading.
        var name = Label(Part.Name) ?? (hasWords || handle is not null ? Label(_heading) ?? Label(Part.Author) : null);
        // Older cards put both in one line: "Ada Example (ada)".
        if (handle is null && name is not null && name.EndsWith(')') && name.LastIndexOf('(') is var open and > 0 && !name.AsSpan(open).Contains(' '))
            (name, handle) = (name[..open].TrimEnd(), name[(open + 1)..^1].TrimStart('@'));
        handle ??= altHandle;
        return name is null && handle is null ? null : new Author { Name = name, Handle = handle };
    }

    /// <summary>A screenshot in the place of the post: <c>alt="Twitter post by @ada: The words"</c>.</summary>
    private (string? Handle, PostText? Words) InPicture()
    {
        var at = _alt?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        var colon = at < 0 ? -1 : _alt!.IndexOf(": ", at, StringComparison.Ordinal);
        if (colon < 0)
            return (null, null);
        var handle = _alt![(at + 1)..colon];
        var words = _alt[(colon + 2)..].Trim();
        return handle.Contains(' ') || words.Length == 0
            ? (null, null)
            : (handle, new PostText { Value = VerbatimText.Normalise(words), Completeness = words.EndsWith('…') ? TextCompleteness.Truncated : TextCompleteness.Full });
    }

    private PostText? Words()
    {
        // A body that holds the other parts, too, is the card and not the words.
        if (!_parts.TryGetValue(Part.Words, out var element))
            element = _bodies.Find(b => !(_heading is not null && b.Contains(_heading)) && !_parts.Values.Any(b.Contains));
        if (element is null)
            return null;
        var markup = KeepsLines(element) ? MarkupText.WithLineEnds(element, IsQuoted) : MarkupText.Of(element, IsQuoted);
        return markup.Slice(0, markup.Text.Length);
    }

    /// <summary>Mails set the style inline, on the words or on what holds them.</summary>
    private static bool KeepsLines(IElement element)
    {
        var at = element;
        for (var up = 0; up < 4 && at is not null; up++, at = at.ParentElement)
        {
            if (at.GetAttribute("style") is { } style && style.IndexOf("white-space", StringComparison.OrdinalIgnoreCase) is var set and >= 0)
                return style.AsSpan(set).Contains("pre", StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    private Published? PublishedOf()
    {
        if (!_parts.TryGetValue(Part.Date, out var element))
            return null;
        var shown = Label(element);
        var exact = PublishedTime.FromIso(element.GetAttribute("datetime") ?? element.QuerySelector("time[datetime]")?.GetAttribute("datetime"));
        return exact is not null ? exact with { AsShown = shown } : shown is null ? null : PublishedTime.FromPrinted(shown);
    }

    private string? Label(Part part) => _parts.TryGetValue(part, out var element) ? Label(element) : null;

    private static string? Label(IElement? element) =>
        element is not null && MarkupText.Of(element).Text.Trim() is { Length: > 0 and <= MaxLabel } label ? label : null;
}
