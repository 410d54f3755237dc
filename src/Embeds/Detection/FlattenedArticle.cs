using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using AngleSharp.Dom;
using Embeds.Articles;
using Embeds.Detection.Carriers;

namespace Embeds.Detection;

/// <summary>
/// An HTML article as plain text in blocks, without the embeds that were found: where quotes that lost theirs are looked for.
/// </summary>
/// <param name="Text">The text.</param>
/// <param name="Gaps">Where in the text each found embed stood.</param>
/// <param name="Elements">For each block of the text the element that holds it.</param>
internal sealed record FlattenedArticle(ArticleText Text, IReadOnlyDictionary<IElement, int> Gaps, ImmutableArray<IElement> Elements)
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \n\t\r\f");

    private static readonly string[] Silent =
    [
        "script", "style", "noscript", "template", "svg", "iframe", "textarea", "select", "button", "head", "object", "pre", "canvas", "video", "audio",
    ];

    private static readonly string[] Blocks =
    [
        "p", "div", "section", "article", "main", "aside", "header", "footer", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th",
        "h1", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption", "hr", "form", "center", "fieldset", "address", "details", "summary",
    ];

    private static readonly FrozenDictionary<string, Role> Roles = Silent.Select(name => KeyValuePair.Create(name, Role.Silent))
        .Concat(Blocks.Select(name => KeyValuePair.Create(name, LinkTally.MayBeList(name) ? Role.Block | Role.MayBeLinkList : Role.Block)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What an element's name says of the words in it.</summary>
    [Flags]
    private enum Role
    {
        None = 0,
        Silent = 1,
        Block = 2,
        MayBeLinkList = 4,
    }

    /// <param name="body">The page's body.</param>
    /// <param name="embeds">The elements that carry embeds: nothing in them is the article's own text.</param>
    /// <param name="lang">The page's language.</param>
    /// <param name="everywhere">Whether the page's surroundings are read too.</param>
    /// <param name="markdown">Whether a blank line ends a paragraph, as in Markdown.</param>
    /// <param name="isPost">Whether an address is a post's.</param>
    public static FlattenedArticle Of(IElement body, IReadOnlySet<IElement> embeds, string? lang, bool everywhere, bool markdown, Func<string, bool> isPost)
    {
        var writer = new Writer(markdown, isPost);
        var path = new List<(IElement Element, Role Role, int Next, int Link, PageRegion Region, bool InArticle, TextBlockKind Kind)>
        {
            (body, Role.None, 0, -1, PageRegion.Article, false, TextBlockKind.Paragraph),
        };
        while (path.Count > 0)
        {
            ref var at = ref CollectionsMarshal.AsSpan(path)[^1];
            var children = at.Element.ChildNodes;
            if (at.Next >= children.Length)
            {
                writer.Close(at.Role, at.Link);
                path.RemoveAt(path.Count - 1);
                continue;
            }

            switch (children[at.Next++])
            {
                case Element embed when embeds.Count > 0 && embeds.Contains(embed):
                    writer.Gap(embed);
                    break;
                case Element child when RoleOf(child) is var role and not Role.Silent:
                    var inside = PageRegions.Inside(child, at.Region, at.InArticle);
                    if (everywhere || inside == PageRegion.Article)
                        path.Add((child, role, 0, writer.Open(child, role), inside, at.InArticle || child.LocalName is "article" or "main", KindIn(child, at.Kind)));
                    break;
                case IText text:
                    writer.Words(text.Data, at.Element, at.Kind);
                    break;
            }
        }

        return writer.Finish(lang);
    }

    /// <summary>The element that holds the block at a position of the text.</summary>
    public IElement ElementAt(int position)
    {
        var blocks = Text.Blocks;
        int low = 0, high = blocks.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (blocks[middle].Start <= position)
                low = middle;
            else
                high = middle - 1;
        }

        return Elements[low];
    }

    /// <summary>Our own blocks are quotes already.</summary>
    private static Role RoleOf(Element element) =>
        element.LocalName == "figure" && element.HasAttribute(CarrierTable.BlockAttribute) ? Role.Silent : Roles.GetValueOrDefault(element.LocalName);

    private static TextBlockKind KindIn(Element element, TextBlockKind around) => element.LocalName switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => TextBlockKind.Heading,
        "li" => TextBlockKind.ListItem,
        "blockquote" => TextBlockKind.Quotation,
        "figcaption" => TextBlockKind.Caption,
        _ => around,
    };

    private sealed class Writer(bool markdown, Func<string, bool> isPost)
    {
        private readonly StringBuilder _text = new();
        private readonly Dictionary<IElement, int> _gaps = [];
        private readonly ImmutableArray<TextBlock>.Builder _blocks = ImmutableArray.CreateBuilder<TextBlock>();
        private readonly ImmutableArray<IElement>.Builder _elements = ImmutableArray.CreateBuilder<IElement>();
        private readonly List<(int Start, int End, string Target)> _links = [];
        private readonly Stack<(int Text, int Blocks, int Links, int Gaps, LinkTally Tally)> _containers = new();
        private LinkTally _tally;
        private int _start = -1;
        private int _firstLink;
        private int _openLinks;
        private int _lines;
        private int _newlines;
        private bool _blank;
        private TextBlockKind _kind;
        private IElement? _element;

        public void Words(string data, IElement element, TextBlockKind kind)
        {
            _tally.See(data, _openLinks > 0);
            for (var rest = data.AsSpan(); ;)
            {
                var start = rest.IndexOfAnyExcept(Blanks);
                Blank(start < 0 ? rest : rest[..start]);
                if (start < 0)
                    return;
                rest = rest[start..];
                var end = rest.IndexOfAny(Blanks);
                BeginWord(element, kind);
                _text.Append(end < 0 ? rest : rest[..end]);
                if (end < 0)
                    return;
                rest = rest[end..];
            }
        }

        private void Blank(ReadOnlySpan<char> blanks)
        {
            _blank |= !blanks.IsEmpty;
            foreach (var c in markdown ? blanks : default)
            {
                if (c == '\n' && ++_newlines >= 2)
                    EndBlock();
            }
        }

        public int Open(Element element, Role role)
        {
            switch (element.LocalName)
            {
                case "br":
                    // Two breaks in a row are how old pages end a paragraph.
                    if (++_lines >= 2)
                        EndBlock();
                    return -1;
                case "img":
                    return -1;
                case "a" when element.GetAttribute("href") is { Length: > 0 } href:
                    _links.Add((-1, -1, href));
                    _openLinks++;
                    _tally.OpenLink();
                    return _links.Count - 1;
                default:
                    if (role.HasFlag(Role.Block))
                        EndBlock();
                    if (role.HasFlag(Role.MayBeLinkList))
                        _containers.Push((_text.Length, _blocks.Count, _links.Count, _gaps.Count, _tally));
                    return -1;
            }
        }

        public void Close(Role role, int link)
        {
            if (link >= 0)
                _openLinks--;
            if (link >= 0 && link < _links.Count && _links[link].Start >= 0)
                _links[link] = _links[link] with { End = _text.Length };
            if (role.HasFlag(Role.Block))
                EndBlock();
            if (role.HasFlag(Role.MayBeLinkList))
                EndContainer();
        }

        /// <summary>Takes the words of a list of links back.</summary>
        private void EndContainer()
        {
            var (text, blocks, links, gaps, before) = _containers.Pop();
            if (_gaps.Count > gaps || !_tally.HasOnlyLinksSince(before))
                return;
            if (_links.FindIndex(links, l => isPost(l.Target)) >= 0)
            {
                // What holds it need not look for the post again.
                _tally.SeeOwn();
                return;
            }

            _text.Length = text;
            _blocks.Count = _elements.Count = blocks;
            _tally.ForgetLinks(before);
            _links.RemoveRange(links, _links.Count - links);
            _firstLink = links;
        }

        public void Gap(IElement embed)
        {
            EndBlock();
            _gaps[embed] = _text.Length;
        }

        public FlattenedArticle Finish(string? lang)
        {
            EndBlock();
            var text = new ArticleText { Text = _text.ToString(), Blocks = _blocks.ToImmutable(), Lang = lang };
            return new FlattenedArticle(text, _gaps, _elements.ToImmutable());
        }

        private void BeginWord(IElement element, TextBlockKind kind)
        {
            if (_start < 0)
            {
                if (_text.Length > 0)
                    _text.Append("\n\n");
                (_start, _kind, _element) = (_text.Length, kind, element);
            }
            else if (_lines > 0)
            {
                _text.Append('\n');
            }
            else if (_blank)
            {
                _text.Append(' ');
            }

            (_lines, _blank, _newlines) = (0, false, 0);
            for (var i = _links.Count - 1; i >= _firstLink && _links[i].End < 0; i--)
            {
                if (_links[i].Start < 0)
                    _links[i] = _links[i] with { Start = _text.Length };
            }
        }

        private void EndBlock()
        {
            (_lines, _blank) = (0, false);
            if (_start < 0)
                return;
            var links = ImmutableArray.CreateBuilder<TextLink>();
            for (var i = _firstLink; i < _links.Count; i++)
            {
                if (_links[i].Start >= 0)
                    links.Add(new TextLink(_links[i].Start, _links[i].End < 0 ? _text.Length : _links[i].End, _links[i].Target));
            }

            _firstLink = _links.Count;
            _blocks.Add(new TextBlock { Start = _start, End = _text.Length, Kind = _kind, Links = links.ToImmutable() });
            _elements.Add(_element!);
            _start = -1;
        }
    }
}
