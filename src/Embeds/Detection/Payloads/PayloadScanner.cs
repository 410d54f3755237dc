using System.Buffers;
using System.Collections.Frozen;
using Embeds.Platforms;

namespace Embeds.Detection.Payloads;

/// <summary>
/// Finds the strings in a script that may carry a post, with the objects around each. It reads JSON and the literals of
/// JavaScript alike and evaluates nothing; code between the literals is stepped over.
/// </summary>
internal sealed class PayloadScanner(PlatformCatalog catalog)
{
    private const int MinLength = 12;
    private const int MaxKey = 300;
    private const int MaxLabel = 400;
    private const int MaxDepth = 200;
    private const int MaxNodes = 200_000;
    private const int MaxStrings = 2_000;
    private const int MaxNesting = 3;

    private static readonly SearchValues<char> Marks = SearchValues.Create("\"'`{}[],:/");

    private static readonly FrozenSet<string> TitleKeys = Set("title", "headline", "heading");
    private static readonly FrozenSet<string> AddressKeys = Set("url", "canonical_url", "canonicalUrl", "permalink", "link", "slug", "uri", "href", "website_url");
    private static readonly FrozenSet<string> TypeKeys = Set("type", "subtype", "sub_type", "_type", "@type", "__typename", "provider", "provider_name", "source", "service", "role", "kind", "embedType", "component");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EmbedWords =
        Set("embed", "embeds", "embedded", "oembed", "social", "external").GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _keys =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private int _nodes;

    public List<PayloadString> Strings { get; } = [];

    /// <summary>Long texts that the data names instead of holding them; null where there are none.</summary>
    public IReadOnlyDictionary<string, string>? Texts { get; init; }

    public void Scan(ReadOnlySpan<char> script) => Scan(script, new PayloadNode(null, null), 0);

    private void Scan(ReadOnlySpan<char> script, PayloadNode root, int nesting)
    {
        var open = new Stack<(PayloadNode Node, string? Key)>();
        var (node, key) = (root, (string?)null);
        var at = 0;
        while (at < script.Length && _nodes < MaxNodes && Strings.Count < MaxStrings)
        {
            var step = script[at..].IndexOfAny(Marks);
            if (step < 0)
                return;
            at += step;
            switch (script[at])
            {
                case '"' or '`':
                case '\'' when BeginsLiteral(script[..at]):
                    var literal = Literal(script[(at + 1)..], script[at]);
                    at += literal.Length + 2;
                    if (IsKey(script, ref at))
                        key = Key(literal);
                    else
                        See(node, key, literal, isLiteral: true, nesting);
                    continue;
                case '{' or '[':
                    if (open.Count >= MaxDepth)
                        return;
                    open.Push((node, key));
                    (node, key) = (new PayloadNode(node, key), null);
                    _nodes++;
                    break;
                case '}' or ']' when open.Count > 0:
                    (node, key) = open.Pop();
                    break;
                case ',':
                    key = null;
                    break;
                case ':':
                    key = NameBefore(script[..at]) ?? key;
                    break;
                case '/':
                    at += CommentLength(script[at..]);
                    continue;
            }

            at++;
        }
    }

    /// <summary>An apostrophe in the midst of words or code begins nothing.</summary>
    private static bool BeginsLiteral(ReadOnlySpan<char> before) =>
        before.TrimEnd() is not [.., var last] || last is '=' or '(' or '[' or '{' or ',' or ':' or '+' or '?' or ';';

    private static ReadOnlySpan<char> Literal(ReadOnlySpan<char> rest, char quote)
    {
        for (var at = 0; at < rest.Length; at++)
        {
            var step = rest[at..].IndexOfAny(quote, '\\');
            if (step < 0)
                break;
            at += step;
            if (rest[at] == quote)
                return rest[..at];
            at++;
        }

        return rest;
    }

    private static bool IsKey(ReadOnlySpan<char> script, ref int at)
    {
        var next = at;
        while (next < script.Length && char.IsWhiteSpace(script[next]))
            next++;
        if (next >= script.Length || script[next] != ':')
            return false;
        at = next + 1;
        return true;
    }

    /// <summary>JavaScript allows a property's name without quotes.</summary>
    private string? NameBefore(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        var start = before.Length;
        while (start > 0 && before.Length - start < MaxKey && (char.IsLetterOrDigit(before[start - 1]) || before[start - 1] is '_' or '$'))
            start--;
        return start == before.Length ? null : Key(before[start..]);
    }

    private string? Key(ReadOnlySpan<char> name)
    {
        if (name.Length > MaxKey)
            return null;
        if (_keys.TryGetValue(name, out var known))
            return known;
        return _keys.Dictionary[name.ToString()] = name.ToString();
    }

    private static int CommentLength(ReadOnlySpan<char> rest)
    {
        var length = rest switch
        {
            ['/', '/', ..] => rest.IndexOf('\n'),
            ['/', '*', ..] => rest.IndexOf("*/") is var end and >= 0 ? end + 2 : -1,
            _ => 1,
        };
        return length < 0 ? rest.Length : length;
    }

    /// <summary>Looks at one string of the data.</summary>
    /// <param name="node">What holds it.</param>
    /// <param name="key">Its property; null in a list.</param>
    /// <param name="text">The string, not escaped.</param>
    public void See(PayloadNode node, string? key, string text) => See(node, key, text, isLiteral: false, 0);

    private void See(PayloadNode node, string? key, ReadOnlySpan<char> text, bool isLiteral, int nesting)
    {
        if (key is not null && text.Length <= MaxLabel)
            Describe(node, key, text, isLiteral);
        if (Texts is not null && text is ['$', ..] && Texts.TryGetValue(text.ToString(), out var named))
            See(node, key, named);
        if (text.Length < MinLength)
            return;
        if (nesting < MaxNesting && LooksLikeData(text))
            Scan(Plain(text, isLiteral), new PayloadNode(node, key), nesting + 1);
        else if (LooksLikeMarkup(text))
            Strings.Add(new PayloadString(node, key, Markup(Plain(text, isLiteral)), IsMarkup: true));
        else if (LooksLikeAddress(text) && Plain(text, isLiteral) is var address && catalog.KnowsHostIn(address))
            Strings.Add(new PayloadString(node, key, address, IsMarkup: false));
    }

    private static string Markup(string text) => text.Contains('<') ? text : System.Net.WebUtility.HtmlDecode(text);

    private static string Plain(ReadOnlySpan<char> text, bool isLiteral) => isLiteral ? ScriptText.Unescape(text) : text.ToString();

    private void Describe(PayloadNode node, string key, ReadOnlySpan<char> text, bool isLiteral)
    {
        // "title": {"rendered": …} and "headlines": {"basic": …} say it one object further in.
        var owner = (node.Key, key) is ("title", "rendered") or ("headlines", "basic") ? node.Parent : null;
        if (owner is not null || TitleKeys.Contains(key))
            (owner ?? node).Title ??= Plain(text, isLiteral);
        else if (AddressKeys.Contains(key))
            node.Address ??= Plain(text, isLiteral);
        if (!TypeKeys.Contains(key) || text.Length > 80)
            return;
        foreach (var word in new NameWords(text))
        {
            node.Platform ??= word.Length > 1 ? catalog.Called(word) : null;
            node.IsEmbed |= EmbedWords.Contains(word);
        }
    }

    /// <summary>Data in a string, to be parsed by the page's own script.</summary>
    private static bool LooksLikeData(ReadOnlySpan<char> literal) =>
        literal.TrimStart() is ['{' or '[', ..] && literal.Contains('"') | literal.Contains('\'') && literal.IndexOfAny(':', ',') > 0;

    private static bool LooksLikeMarkup(ReadOnlySpan<char> literal) =>
        (literal.Contains('<') || literal.Contains("&lt;", StringComparison.Ordinal) || literal.Contains("u003c", StringComparison.OrdinalIgnoreCase) || literal.Contains("\\x3c", StringComparison.OrdinalIgnoreCase))
        && (literal.Contains("blockquote", StringComparison.OrdinalIgnoreCase) || literal.Contains("iframe", StringComparison.OrdinalIgnoreCase) || literal.Contains("data-", StringComparison.OrdinalIgnoreCase));

    private static bool LooksLikeAddress(ReadOnlySpan<char> literal) =>
        literal.Length < 1000 && (literal.StartsWith("http", StringComparison.OrdinalIgnoreCase) || literal.StartsWith("//") || literal.StartsWith("\\/\\/")) && !literal.Contains(' ');

    private static FrozenSet<string> Set(params ReadOnlySpan<string> words) => FrozenSet.Create(StringComparer.OrdinalIgnoreCase, words);
}
