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
    private readonly bool _isQuoted;
    private IElement? _heading;
    private IElement? _quoted;
    private string? _alt;

    /// <param name="isQuoted">The card is the post inside another: all of its parts are called "quoted".</param>
    private CardParts(bool isQuoted) => _isQuoted = isQuoted;

    /// <summary>The post to which the card links: by its date if that is a link, else by any link outside the words.</summary>
    public PostLink? Link { get; private set; }

    /// <summary>Null where the card has neither words nor an author of the post's.</summary>
    public PostFacts? Facts { get; private set; }

    public static CardParts Of(IElement card, PlatformCatalog catalog)
    {
        var parts = Of(card, catalog, isQuoted: false);
        if (parts is { Facts: { } facts, _quoted: { } inner } && Of(inner, catalog, isQuoted: true) is { Facts: { } quoted } other)
            parts.Facts = facts with { Quoted = new EmbedReading { Link = other.Link, Facts = quoted, Form = EmbedForm.CmsWrapper }.ToReference() };
        return parts;
    }

    private static CardParts Of(IElement card, PlatformCatalog catalog, bool isQuoted)
    {
        var parts = new CardParts(isQuoted);
        parts.Collect(card, catalog);
        var (altHandle, altWords) = parts.InPicture();
        var words = parts.Words(card);
        var author = parts.AuthorOf(altHandle, words is not null);
        if (isQuoted && author?.Name is null && words is not null)
            (author, words) = Unsigned(author, words);
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
            {
                _quoted ??= element;
                continue;
            }

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

    private bool IsOfOther(IElement element) => PartOf(element) == Part.Quoted;

    private Part PartOf(IElement element)
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

    private Part PartOf(ReadOnlySpan<char> className)
    {
        var last = Part.None;
        var inFrame = false;
        var before = default(ReadOnlySpan<char>);
        foreach (var word in new NameWords(WithoutHash(className)))
        {
            var part = PartsByWord.TryGetValue(word, out var known) ? known : Part.None;
            if (part == Part.Quoted && _isQuoted || word.Equals("root", StringComparison.OrdinalIgnoreCase))
                continue;
            if (part == Part.Quoted)
                return Part.Quoted;
            inFrame |= part == Part.Frame;
            last = part == Part.Name && (before.Equals("screen", StringComparison.OrdinalIgnoreCase) || before.Equals("user", StringComparison.OrdinalIgnoreCase)) ? Part.Handle
                : word.Equals("at", StringComparison.OrdinalIgnoreCase) && before.Equals("created", StringComparison.OrdinalIgnoreCase) ? Part.Date
                : part;
            before = word;
        }

        // The frame holds names as well, but "header-text" is no text of the post.
        return inFrame && last is not (Part.Name or Part.Handle) ? Part.None : last;
    }

    /// <summary>Build tools put a sign of their own behind each name: <c>tweet-body_root__ChzUj</c>.</summary>
    private static ReadOnlySpan<char> WithoutHash(ReadOnlySpan<char> className)
    {
        var at = className.LastIndexOf("__");
        var hash = at < 0 ? default : className[(at + 2)..];
        if (hash.Length is < 4 or > 8 || !hash.ContainsAnyInRange('0', '9') && !hash.ContainsAnyInRange('A', 'Z'))
            return className;
        foreach (var word in new NameWords(hash))
        {
            if (PartsByWord.ContainsKey(word))
                return className;
        }

        return className[..at];
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

    private PostText? Words(IElement card)
    {
        // A body that holds the other parts, too, is the card and not the words.
        if (!_parts.TryGetValue(Part.Words, out var element))
            element = _bodies.Find(b => !(_heading is not null && b.Contains(_heading)) && !_parts.Values.Any(b.Contains));
        // Of a quoted post's parts the words are the one that some tools give no name.
        Func<IElement, bool> leaveOut = element is null ? IsNamed : IsOfOther;
        element ??= _isQuoted ? card : null;
        if (element is null)
            return null;
        var markup = KeepsLines(element) ? MarkupText.WithLineEnds(element, leaveOut) : MarkupText.Of(element, leaveOut);
        return markup.Slice(0, markup.Text.Length);
    }

    /// <summary>Discourse names the author in the first line: "Ada Example @ada".</summary>
    private static (Author? Author, PostText Words) Unsigned(Author? author, PostText words)
    {
        var end = words.Value.IndexOf('\n', StringComparison.Ordinal);
        var at = end < 0 ? -1 : words.Value.LastIndexOf(" @", end, StringComparison.Ordinal);
        if (at <= 0 || words.Value.AsSpan(at + 2, end - at - 2).Contains(' '))
            return (author, words);
        var signed = new Author { Name = words.Value[..at].Trim(), Handle = words.Value[(at + 2)..end].Trim() };
        return (signed, new PostText { Value = words.Value[end..].Trim(), Completeness = words.Completeness });
    }

    private bool IsNamed(IElement element) => _parts.ContainsValue(element) || element.GetAttribute("class") is { } classes && Says(classes, Part.Frame);

    private static bool Says(string classes, Part part)
    {
        foreach (var word in new NameWords(classes))
        {
            if (PartsByWord.TryGetValue(word, out var said) && said == part)
                return true;
        }

        return false;
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
