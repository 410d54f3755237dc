using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Embeds.Rendering;

/// <summary>
/// Finds the quote figures of a page in its tokens. No tree is built: a figure's attributes and its first blockquote are all
/// that is wanted, and nested markup can make the building of a tree very slow.
/// </summary>
internal sealed class FigureScanner
{
    private readonly List<ScannedFigure> _figures = [];
    private readonly StringBuilder _words = new();
    private HtmlTagToken? _figure;
    private FigureMarks? _marks;
    private int _figureDepth;
    private int _divisionDepth;
    private int _quoteDepth;
    private bool _hasWords;

    private FigureScanner()
    {
    }

    public static IReadOnlyList<ScannedFigure> Scan(string html)
    {
        var scanner = new FigureScanner();
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        int foreignDepth = 0;
        for (HtmlToken token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            if (token is HtmlTagToken { Type: HtmlTokenType.StartTag } start)
            {
                scanner.Open(start);
                foreignDepth += IsForeign(start) && !start.IsSelfClosing ? 1 : 0;
                if (foreignDepth == 0)
                    tokens.State = ContentOf(start.Name);
            }
            else if (token.Type == HtmlTokenType.EndTag)
            {
                scanner.Close(token.Name);
                foreignDepth = Math.Max(0, foreignDepth - (IsForeign(token) ? 1 : 0));
            }
            else if (token.Type == HtmlTokenType.Character && scanner._quoteDepth > 0)
            {
                scanner._words.Append(token.Data);
            }

            tokens.IsAcceptingCharacterData = foreignDepth > 0;
        }

        scanner.EndFigure();
        return scanner._figures;
    }

    private static bool IsForeign(HtmlToken tag) => tag.Name is "svg" or "math";

    private static HtmlParseMode ContentOf(string element) => element switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };

    private void Open(HtmlTagToken tag)
    {
        switch (tag.Name)
        {
            case "figure" when _figure is not null:
                _figureDepth++;
                break;
            case "figure" when Attribute(tag, "data-qb") is not null || IsMarked(tag):
                _figure = tag;
                _marks = Attribute(tag, "data-qb-json") is null ? new FigureMarks() : null;
                break;
            case "div" when _figure is not null:
                _divisionDepth++;
                break;
            // The post that the post quotes stands in a division.
            case "blockquote" when _quoteDepth > 0 || (_figure is not null && !_hasWords && _divisionDepth == 0):
                if (!_hasWords)
                    _marks?.AddWords(Attribute(tag, "lang"), Attribute(tag, "dir"));
                _quoteDepth++;
                _hasWords = true;
                break;
            case "a" or "data" or "time" when _marks is not null && _divisionDepth == 0 && _quoteDepth == 0:
                _marks.Add(Attribute(tag, "class"), Attribute(tag, tag.Name switch { "a" => "href", "data" => "value", _ => "datetime" }));
                break;
        }
    }

    // As it is left where every attribute of our own was taken away.
    private static bool IsMarked(HtmlTagToken figure) =>
        Attribute(figure, "class")?.Split(' ') is { } classes && classes.Contains("quote-block") && classes.Contains("h-cite");

    private void Close(string element)
    {
        switch (element)
        {
            case "figure" when _figureDepth > 0:
                _figureDepth--;
                break;
            case "figure":
                EndFigure();
                break;
            case "div" when _divisionDepth > 0:
                _divisionDepth--;
                break;
            case "blockquote" when _quoteDepth > 0:
                _quoteDepth--;
                break;
        }
    }

    private void EndFigure()
    {
        if (_figure is not null)
            _figures.Add(new ScannedFigure(Attribute(_figure, "data-qb-key"), Attribute(_figure, "data-qb-json"), _words.ToString(), _marks));
        _figure = null;
        _marks = null;
        _figureDepth = _divisionDepth = _quoteDepth = 0;
        _hasWords = false;
        _words.Clear();
    }

    private static string? Attribute(HtmlTagToken tag, string name)
    {
        foreach (HtmlAttributeToken attribute in tag.Attributes)
        {
            if (string.Equals(attribute.Name, name, StringComparison.Ordinal))
                return attribute.Value;
        }

        return null;
    }
}
