using Embeds.Articles;
using Embeds.Detection.Carriers;
using Embeds.Detection.Payloads;
using Embeds.Platforms;

namespace Embeds.Detection;

/// <summary>
/// Looks over a page's tags, without a tree and nearly without allocating: what the page says of itself, and whether anything
/// in it may carry a post. It asks what the carriers ask, of the tag instead of the element, and is never stricter than they are.
/// </summary>
internal sealed class MarkupScanner(PlatformCatalog catalog, CarrierTable carriers, PagePayload payload)
{
    // A shorter text holds neither an address nor a code; a shorter value names nothing.
    private const int MinText = 8;
    private const int MinValue = 10;

    /// <param name="html">The page.</param>
    /// <param name="head">Is shown all of it.</param>
    public PageSigns Scan(ReadOnlySpan<char> html, ArticleHead head)
    {
        var signs = PageSigns.None;
        var tags = new TagReader(html, comments: true);
        var text = 0;
        var quotations = 0;
        while (tags.Read())
        {
            if (tags.Start > text)
                SeeText(html[text..tags.Start], head, ref signs);
            text = tags.TextEnd;
            if (tags.IsComment)
                continue;
            head.See(tags);
            if (tags.Is("blockquote"))
                quotations = Math.Max(0, quotations + (tags.IsEndTag ? -1 : 1));
            if (tags.IsEndTag || signs == PageSigns.All)
                continue;
            if (!tags.Is("a"))
                SeeTag(tags, ref signs);
            else if (!signs.HasFlag(PageSigns.Permalink) || !signs.HasFlag(PageSigns.Mark))
                SeeLink(tags, html, quotations > 0, ref signs);
        }

        SeeText(html[text..], head, ref signs);
        return signs;
    }

    private void SeeText(ReadOnlySpan<char> text, ArticleHead head, ref PageSigns signs)
    {
        head.See(text);
        if (text.Length >= MinText)
        SeeText(text, ref signs);
    }

    // A sign that was seen is not looked for again.
    private void SeeText(ReadOnlySpan<char> text, ref PageSigns signs)
    {
        if (text.IndexOfAny(ShortCode.Openings) >= 0 && !signs.HasFlag(PageSigns.Code) && HasCode(text.Contains('&') ? CharacterReferences.InText(text) : text))
            signs |= PageSigns.Code;
        if (!signs.HasFlag(PageSigns.Permalink) && text.Contains("http", StringComparison.OrdinalIgnoreCase) && HasAddress(text))
            signs |= PageSigns.Permalink;
    }

    private bool HasCode(ReadOnlySpan<char> text)
    {
        try
        {
            return !ShortCode.In(text, catalog).IsEmpty;
        }
        catch (Exception e) when (PageWalk.IsOfReader(e))
        {
            // The walk will meet it again, and say so.
            return true;
        }
    }

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

    private void SeeTag(in TagReader tag, ref PageSigns signs)
    {
        Span<char> lower = stackalloc char[CarrierTable.MaxName];
        var name = tag.Name.Length <= lower.Length ? lower[..tag.Name.ToLowerInvariant(lower)] : tag.Name;
        switch (name)
        {
            case "script":
                SeeScript(tag, ref signs);
                return;
            case "textarea" or "noembed" when HiddenMarkup.MayBe(tag.Text):
            case "iframe" when tag.Text.Contains("://", StringComparison.Ordinal):
                signs |= PageSigns.Hidden;
                break;
            case "object" or "embed":
                signs |= PageSigns.Mark;
                break;
            case not "style" when !tag.Text.IsEmpty:
                SeeText(tag.Text, ref signs);
                break;
        }

        if (carriers.MarksName(name))
            signs |= PageSigns.Mark;
        var of = new Bearer(name is "iframe" or "frame" or "amp-iframe", HiddenMarkup.MayKeep(name), Placeholder.MayBe(name));
        var hasId = false;
        var hasName = false;
        var attributes = tag.Attributes;
        while (attributes.Read())
        {
            SeeAttribute(attributes.Name, attributes.Value, of, ref signs);
            if (signs.HasFlag(PageSigns.Mark))
                continue;
            hasId |= carriers.IsNamedId(attributes.Name);
            hasName |= NamedId.MayName(attributes.Name, attributes.Value, catalog);
            if (hasId && hasName)
                signs |= PageSigns.Mark;
        }
    }

    /// <summary>A link to a post carries it below a quotation or alone in its block; in a sentence it is a link.</summary>
    private void SeeLink(in TagReader tag, ReadOnlySpan<char> html, bool inQuotation, ref PageSigns signs)
    {
        var attributes = tag.Attributes;
        while (attributes.Read())
        {
            if (!attributes.Name.Equals("href", StringComparison.OrdinalIgnoreCase))
                SeeAttribute(attributes.Name, attributes.Value, default, ref signs);
            else if (!signs.HasFlag(PageSigns.Permalink) && MayBeAddress(attributes.Value) && (inQuotation || MayStandAlone(html[tag.End..])) && IsPermalink(attributes.Value))
                signs |= PageSigns.Permalink;
        }
    }

    private static bool MayStandAlone(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('<');
        var words = (end < 0 ? rest : rest[..end]).Trim();
        // An empty link shows nothing that could be an address.
        return !(words.IsEmpty && end >= 0 && rest[end..].StartsWith("</a", StringComparison.OrdinalIgnoreCase)) && BareLink.MayStandAlone(Decoded(words).Trim());
    }

    /// <summary>What an element's name says of the attributes that it may have.</summary>
    private readonly record struct Bearer(bool IsFrame, bool MayKeepMarkup, bool MayStandForPost);

    private void SeeAttribute(ReadOnlySpan<char> name, ReadOnlySpan<char> value, Bearer of, ref PageSigns signs)
    {
        if (name.Equals("class", StringComparison.OrdinalIgnoreCase))
        {
            if (!signs.HasFlag(PageSigns.Mark) && carriers.MarksClass(Decoded(value)))
                signs |= PageSigns.Mark;
            return;
        }

        if (name.Equals("href", StringComparison.OrdinalIgnoreCase) || name.Equals("cite", StringComparison.OrdinalIgnoreCase))
        {
            if (!signs.HasFlag(PageSigns.Permalink) && MayBeAddress(value) && IsPermalink(value))
                signs |= PageSigns.Permalink;
            return;
        }

        if (!signs.HasFlag(PageSigns.Mark) && carriers.MarksAttribute(name, value))
            signs |= PageSigns.Mark;
        if (value.Length < MinValue)
            return;
        if (of.IsFrame)
            SeeFrame(name, value, ref signs);
        if (of.MayKeepMarkup && !signs.HasFlag(PageSigns.Hidden) && name.Contains('-') && HiddenMarkup.MayBe(value))
            signs |= PageSigns.Hidden;
        if (of.MayStandForPost && !signs.HasFlag(PageSigns.Permalink) && Placeholder.MayName(name, value) && StandsForPost(value))
            signs |= PageSigns.Permalink;
    }

    private void SeeFrame(ReadOnlySpan<char> name, ReadOnlySpan<char> value, ref PageSigns signs)
    {
        if (name.Equals("srcdoc", StringComparison.OrdinalIgnoreCase))
            signs |= PageSigns.Hidden;
        else if (!signs.HasFlag(PageSigns.Mark) && IsFrame(Decoded(value)))
            signs |= PageSigns.Mark;
    }

    private void SeeScript(in TagReader script, ref PageSigns signs)
    {
        var attributes = script.Attributes;
        var type = attributes.Find("type");
        if (!signs.HasFlag(PageSigns.Hidden) && HiddenMarkup.IsTemplate(type) && HiddenMarkup.MayBe(script.Text))
            signs |= PageSigns.Hidden;
        if (!signs.HasFlag(PageSigns.Payload) && payload.MayBe(type, script.Text))
            signs |= PageSigns.Payload;
        if (signs.HasFlag(PageSigns.Mark))
            return;
        if (PlayerScript.MayCall(script.Text))
            signs |= PageSigns.Mark;
        while (attributes.Read())
        {
            if (MayBeAddress(attributes.Value) && IsPermalink(attributes.Value) || carriers.MarksAttribute(attributes.Name, attributes.Value))
                signs |= PageSigns.Mark;
        }
    }

    private static bool MayBeAddress(ReadOnlySpan<char> value) => value.Contains("//", StringComparison.Ordinal) || value.Contains("&#", StringComparison.Ordinal);

    private bool StandsForPost(ReadOnlySpan<char> value)
    {
        try
        {
            return Placeholder.LinkIn(Decoded(value), catalog) is not null;
        }
        catch (Exception e) when (PageWalk.IsOfReader(e))
        {
            return true;
        }
    }

    private bool IsFrame(ReadOnlySpan<char> address)
    {
        try
        {
            return catalog.ReadFrame(address) is not null || ProxyFrame.LinkIn(address, catalog) is not null;
        }
        catch (Exception e) when (PageWalk.IsOfReader(e))
        {
            return true;
        }
    }

    private bool IsPermalink(ReadOnlySpan<char> address)
    {
        address = Decoded(address);
        try
        {
            return catalog.KnowsHostIn(address) && catalog.ReadLink(address) is not null;
        }
        catch (Exception e) when (PageWalk.IsOfReader(e))
        {
            return true;
        }
    }

    private static ReadOnlySpan<char> Decoded(ReadOnlySpan<char> value) => value.Contains('&') ? CharacterReferences.InAttribute(value) : value;
}
