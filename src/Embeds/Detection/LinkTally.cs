using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Embeds.Detection;

/// <summary>
/// Counts the texts of a page, of its tree or of its tags, and tells of an element whether it is a list of links: a part in
/// which all words are links, and no link is a post's. A menu, a list of other articles: it leads elsewhere, and its words are
/// not the article's.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct LinkTally
{
    /// <summary>So many links with words, beside those in lists within it. Fewer may be the article's own: a picture with its address, "Read more".</summary>
    private const int FewestLinks = 3;

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \n\t\r\f");

    private static readonly FrozenSet<string> Containers = FrozenSet.Create(StringComparer.Ordinal, "div", "section", "aside", "header", "footer", "ul", "ol", "dl");

    private int _texts;
    private int _ownTexts;
    private int _links;
    private bool _isCounted;

    /// <summary>Whether an element may be a list of links, by its name.</summary>
    public static bool MayBeList(string localName) => Containers.Contains(localName);

    /// <summary>A link begins; it counts when it has words.</summary>
    public void OpenLink() => _isCounted = false;

    public void See(ReadOnlySpan<char> text, bool isInLink)
    {
        if (text.IndexOfAnyExcept(Blanks) < 0)
            return;
        _texts++;
        if (!isInLink)
            _ownTexts++;
        else if (!_isCounted)
            _links++;
        _isCounted = true;
    }

    /// <summary>What is no text, and keeps all that holds it from being a list of links.</summary>
    public void SeeOwn() => _ownTexts++;

    /// <summary>What was seen since is a list of links, or surrounds the article: its links do not count for what holds it.</summary>
    public void ForgetLinks(in LinkTally before) => _links = before._links;

    public readonly bool HasNoTextSince(in LinkTally before) => _texts == before._texts && _ownTexts == before._ownTexts;

    public readonly bool HasOnlyLinksSince(in LinkTally before) => _ownTexts == before._ownTexts && _links - before._links >= FewestLinks;
}
