using Embeds.Articles;
using Embeds.Detection.Carriers;
using Embeds.Detection.Payloads;
using Embeds.Platforms;

namespace Embeds.Detection;

/// <summary>
/// Looks over a page's tags, without a tree and nearly without allocating: what the page says of itself, whether anything
/// in it may carry a post, and what of it the parser need not see. It asks what the carriers ask, of the tag instead of the
/// element, and is never stricter than they are.
/// </summary>
internal sealed class MarkupScanner(PlatformCatalog catalog, CarrierTable carriers, PagePayload payload)
{
    // A shorter text holds neither an address nor a code; a shorter value names nothing.
    private const int MinText = 8;
    private const int MinValue = 10;

    private readonly Func<ReadOnlySpan<char>, bool> _hasCode = text => !ShortCode.In(text, catalog).IsEmpty;
    private readonly Func<ReadOnlySpan<char>, bool> _standsForPost = value => Placeholder.LinkIn(value, catalog) is not null;
    private readonly Func<ReadOnlySpan<char>, bool> _isFrame = address => catalog.ReadFrame(address) is not null || ProxyFrame.LinkIn(address, catalog) is not null;
    private readonly Func<ReadOnlySpan<char>, bool> _isPermalink = address => catalog.ReadLink(address) is not null;

    /// <param name="html">The page.</param>
    /// <param name="head">Is shown all of it.</param>
    /// <param name="trimmer">Is shown all of it, too, and learns where anything may carry a post.</param>
    public void Scan(ReadOnlySpan<char> html, ArticleHead head, PageTrimmer trimmer)
    {
        var tags = new TagReader(html, comments: true);
        var text = 0;
        var quotations = 0;
        while (tags.Read())
        {
            var before = html[text..tags.Start];
            text = tags.TextEnd;
            head.See(before);
            if (!trimmer.MayCarry && InText(before))
                trimmer.Found();
            trimmer.SeeWords(before);
            if (tags.IsComment)
                continue;
            head.See(tags);
            trimmer.See(tags);
            if (tags.Is("blockquote") || tags.Is("figcaption"))
                quotations = Math.Max(0, quotations + (tags.IsEndTag ? -1 : 1));
            if (tags.IsEndTag)
                continue;
            var isScript = tags.Is("script");
            var isRead = isScript && tags.TextEnd > tags.End && IsRead(tags.Attributes.Find("type"), tags.Text);
            if (!trimmer.MayCarry && (isRead || (tags.Is("a") ? InLink(tags, html[tags.End..], quotations > 0 || MaySign(before)) : InTag(tags))))
                trimmer.Found();
            if (tags.TextEnd > tags.End && (isScript || tags.Is("style")))
                trimmer.SeeText(tags, isRead);
        }

        if (!trimmer.MayCarry && InText(html[text..]))
            trimmer.Found();
    }

    /// <summary>Whether the walk will look into a script.</summary>
    private bool IsRead(ReadOnlySpan<char> type, ReadOnlySpan<char> text) =>
        HiddenMarkup.IsTemplate(type) && HiddenMarkup.MayBe(text) || payload.MayBe(type, text) || PlayerScript.MayCall(text);

    /// <summary>Whether an element may be read as a post, for its name or its attributes.</summary>
    /// <param name="tag">Its start tag.</param>
    public bool MayBePost(in TagReader tag) => tag.Is("a") ? InLink(tag, default, inQuotation: true) : InTag(tag);

    /// <summary>Whether any element or text of a piece of the page may be read as a post.</summary>
    /// <param name="html">The piece; no script in it is read for its text.</param>
    public bool MayHoldPost(ReadOnlySpan<char> html)
    {
        var tags = new TagReader(html, comments: true);
        var text = 0;
        while (tags.Read())
        {
            if (InText(html[text..tags.Start]) || !tags.IsEndTag && !tags.IsComment && MayBePost(tags))
                return true;
            text = tags.TextEnd;
        }

        return InText(html[text..]);
    }

    private bool InText(ReadOnlySpan<char> text) =>
        text.Length >= MinText
        && (text.IndexOfAny(ShortCode.Openings) >= 0 && IsYes(_hasCode, text.Contains('&') ? CharacterReferences.InText(text) : text)
            || MayHoldAddress(text) && HasAddress(text));

    private static bool MayHoldAddress(ReadOnlySpan<char> text) => text.Contains("//", StringComparison.Ordinal) || text.Contains("&#", StringComparison.Ordinal);

    /// <summary>Whether some word of a text is a post's address.</summary>
    private bool HasAddress(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny(' ', '\n', '\t', '\r'))
        {
            if (text[range].StartsWith("http", StringComparison.OrdinalIgnoreCase) && IsPermalink(text[range]))
                return true;
        }

        return false;
    }

    private bool InTag(in TagReader tag)
    {
        Span<char> lower = stackalloc char[CarrierTable.MaxName];
        var name = tag.Name.Length <= lower.Length ? lower[..tag.Name.ToLowerInvariant(lower)] : tag.Name;
        if (carriers.MarksName(name))
            return true;
        // Most tags have no attributes.
        if (tag.IsBare && name is not ("object" or "embed"))
            return false;
        switch (name)
        {
            case "script":
                return InScript(tag);
            case "object" or "embed":
                return true;
            case "textarea" or "noembed" when HiddenMarkup.MayBe(tag.Text):
                return true;
            case "iframe" when tag.Text.Contains("://", StringComparison.Ordinal):
                return true;
            case not "style" when InText(tag.Text):
                return true;
        }

        return InAttributes(tag.Attributes, new Bearer(name is "iframe" or "frame" or "amp-iframe", HiddenMarkup.MayKeep(name), Placeholder.MayBe(name)));
    }

    /// <summary>What an element's name says of the attributes that it may have.</summary>
    private readonly record struct Bearer(bool IsFrame, bool MayKeepMarkup, bool MayStandForPost);

    private bool InAttributes(AttributeReader attributes, Bearer of)
    {
        var all = attributes;
        var hasId = false;
        while (attributes.Read())
        {
            var (name, value) = attributes;
            if (name.Equals("href", StringComparison.OrdinalIgnoreCase) || name.Equals("cite", StringComparison.OrdinalIgnoreCase) ? IsPermalink(value) : InAttribute(name, value, of))
                return true;
            hasId |= carriers.IsNamedId(name);
        }

        return hasId && NamesPlatform(all);
    }

    /// <summary>What an id is to be of.</summary>
    private bool NamesPlatform(AttributeReader attributes)
    {
        while (attributes.Read())
        {
            if (NamedId.MayName(attributes.Name, attributes.Value, catalog))
                return true;
        }

        return false;
    }

    private bool InAttribute(ReadOnlySpan<char> name, ReadOnlySpan<char> value, Bearer of)
    {
        if (name.Equals("class", StringComparison.OrdinalIgnoreCase))
            return carriers.MarksClass(CharacterReferences.Decoded(value));
        if (carriers.MarksAttribute(name, value))
            return true;
        return value.Length >= MinValue
            && (of.IsFrame && (name.Equals("srcdoc", StringComparison.OrdinalIgnoreCase) || IsFrame(CharacterReferences.Decoded(value)))
                || of.MayKeepMarkup && name.Contains('-') && HiddenMarkup.MayBe(value)
                || of.MayStandForPost && Placeholder.MayName(name, value) && StandsForPost(value));
    }

    /// <summary>The attributes of a script; its text was asked before.</summary>
    private bool InScript(in TagReader script)
    {
        var attributes = script.Attributes;
        while (attributes.Read())
        {
            if (IsPermalink(attributes.Value) || carriers.MarksAttribute(attributes.Name, attributes.Value))
                return true;
        }

        return false;
    }

    /// <summary>A link to a post carries it below a quotation or alone in its block; in a sentence it is a link.</summary>
    private bool InLink(in TagReader tag, ReadOnlySpan<char> rest, bool inQuotation)
    {
        var attributes = tag.Attributes;
        while (attributes.Read())
        {
            var (name, value) = attributes;
            if (name.Equals("href", StringComparison.OrdinalIgnoreCase) ? IsPermalink(value) && (inQuotation || MayStandAlone(rest)) : InAttribute(name, value, default))
                return true;
        }

        return false;
    }

    /// <summary>A source's line may end a block that is no quotation: <c>— Ada Example (@ada)</c>.</summary>
    private static bool MaySign(ReadOnlySpan<char> before) => before.TrimEnd() is [.., ')'];

    private static bool MayStandAlone(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('<');
        var words = (end < 0 ? rest : rest[..end]).Trim();
        // An empty link shows nothing that could be an address.
        return !(words.IsEmpty && end >= 0 && rest[end..].StartsWith("</a", StringComparison.OrdinalIgnoreCase)) && BareLink.MayStandAlone(CharacterReferences.Decoded(words).Trim());
    }

    private bool StandsForPost(ReadOnlySpan<char> value) => IsYes(_standsForPost, CharacterReferences.Decoded(value));

    private bool IsFrame(ReadOnlySpan<char> address) => IsYes(_isFrame, address);

    private bool IsPermalink(ReadOnlySpan<char> address)
    {
        // No name stands for a letter of a host.
        if (!address.Contains("&#", StringComparison.Ordinal) && !catalog.KnowsHostIn(address))
            return false;
        address = CharacterReferences.Decoded(address);
        return catalog.KnowsHostIn(address) && IsYes(_isPermalink, address);
    }

    /// <summary>Asks a platform's reader. What it throws the walk will meet again, and say so.</summary>
    private static bool IsYes(Func<ReadOnlySpan<char>, bool> question, ReadOnlySpan<char> text)
    {
        try
        {
            return question(text);
        }
        catch (Exception e) when (PageWalk.IsOfReader(e))
        {
            return true;
        }
    }
}
