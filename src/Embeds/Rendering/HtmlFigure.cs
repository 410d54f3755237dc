using System.Globalization;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>
/// Writes one block as a figure: the words in a blockquote, everything said about them outside it (the HTML standard wants
/// the attribution there), marked up with microformats2 (h-cite), schema.org microdata and Robust Links. No script, no
/// style, no request to anywhere but the kept media.
/// </summary>
internal sealed class HtmlFigure(HtmlWriter html, QuoteBlock block, HtmlQuoteOptions options, CaptionWords words)
{
    private readonly string? _permalink = LinkTarget.Of(block.Url);
    private readonly RenderingLabels _labels = words.Labels;

    public void Write(string id)
    {
        OpenFigure(id);
        ContentWarning();
        AnsweredPost();
        Words();
        MediaList();
        Card();
        PollList();
        QuotedPost();
        // In paragraphs: programs that extract articles count those, and may keep nothing else of what stands beside a quotation.
        html.Raw("  <figcaption>\n    <p").Attribute("id", HtmlIds.Caption(id)).Raw(">");
        Attribution();
        html.Raw("</p>\n    <p class=\"quote-block-note\"><small>");
        Note();
        html.Raw("</small></p>\n  </figcaption>\n</figure>");
    }

    // The labels have the reader's language; the words have a language and a direction of their own.
    private void OpenFigure(string id)
    {
        html.Raw("<figure class=\"quote-block h-cite\"")
            .Attribute("id", id)
            .Attribute("aria-labelledby", HtmlIds.Caption(id))
            .Attribute("lang", _labels.Language)
            .Raw(" dir=\"ltr\" data-qb=\"1\"")
            .Attribute("data-qb-key", block.Key)
            .Attribute("data-qb-sha256", block.Integrity?.Sha256);
        if (options.Carrier == HtmlCarrier.Attribute)
        {
            using var json = new Utf8Buffer();
            block.WriteTo(json);
            html.JsonAttribute("data-qb-json", json.Written);
        }

        html.Raw(" itemscope")
            .Attribute("itemtype", block.Kind == PostKind.Comment ? "https://schema.org/Comment" : "https://schema.org/SocialMediaPosting")
            .Attribute("itemid", _permalink)
            .Raw(">\n");
    }

    private void ContentWarning()
    {
        if (!string.IsNullOrWhiteSpace(block.Text.ContentWarning))
        {
            html.Raw("  <p class=\"quote-block-warning\">").Raw(_labels.ContentWarning.Before).Raw("<span dir=\"auto\">")
                .Text(VisibleText.Line(block.Text.ContentWarning)).Raw("</span>").Raw(_labels.ContentWarning.After).Raw("</p>\n");
        }
    }

    // No markup of a person here: readers of microformats would take them for this post's author.
    private void AnsweredPost()
    {
        if (block.Thread?.Parent is not { } parent)
            return;
        html.Raw("  <p class=\"quote-block-reply\">").Raw(_labels.InReplyTo.Before).Person(parent.Author, _labels.AnUnknownAuthor).Raw(_labels.InReplyTo.After);
        if (!string.IsNullOrWhiteSpace(parent.Url))
            html.Raw(", ").Link(parent.Url, _labels.EarlierPost, " class=\"u-in-reply-to\"");
        html.Raw("</p>\n");
    }

    private void Words()
    {
        if (words.MissingWords(block) is { } missing)
            html.Raw("  <p class=\"quote-block-missing\">").Text(missing).Raw("</p>\n");
        if (block.Text.Value.Length > 0)
            Blockquote("  ", block.Text, _permalink);
    }

    // The second class takes back what the first one does to @postlight/parser: by "content" it takes the quotation for the article,
    // and leaves the article out; what is an "excerpt" it does not.
    private void Blockquote(string indent, PostText text, string? cite)
    {
        html.Raw(indent).Raw("<blockquote class=\"e-content quote-block-excerpt\" itemprop=\"text\"")
            .Attribute("cite", cite)
            // The empty tag is HTML's own way to say that the language is not known.
            .Attribute("lang", CaptionFacts.LanguageTag(text.Lang) ?? "")
            .Attribute("dir", text.Dir switch { TextDirection.Ltr => "ltr", TextDirection.Rtl => "rtl", _ => "auto" })
            .Raw(">");
        HtmlWords.Write(html, text.Value, text.Facets, _labels);
        html.Raw("</blockquote>\n");
    }

    private void MediaList()
    {
        if (!block.Media.Any(CaptionFacts.IsContent))
            return;
        html.Raw("  <ul class=\"quote-block-pictures\">\n");
        foreach (Media medium in block.Media.Where(CaptionFacts.IsContent))
            Medium(medium);
        html.Raw("  </ul>\n");
    }

    private void Medium(Media medium)
    {
        string? kept = CaptionFacts.KeptCopy(medium, options);
        if (kept is not null && medium.Type is MediaType.Image or MediaType.Gif)
        {
            Picture(medium, kept);
            return;
        }

        html.Raw("    <li>");
        if (kept is not null)
            html.Raw("<a").Attribute("href", kept).Raw(">").Text(words.Label(medium)).Raw("</a>");
        else
            MissingMedium(medium);
        html.Raw("</li>\n");
    }

    // Not lazy: a picture that was never scrolled to would print as a blank.
    private void Picture(Media medium, string source)
    {
        bool isHidden = medium.Sensitive == true;
        html.Raw("    <li itemprop=\"image\" itemscope itemtype=\"https://schema.org/ImageObject\">")
            .Raw(isHidden ? $"<details><summary>{_labels.Sensitive}</summary>" : "")
            .Raw("<img class=\"u-photo\" itemprop=\"contentUrl\"")
            .Attribute("src", source)
            .Attribute("alt", words.AltOf(medium))
            .Attribute("width", Pixels(medium.Width))
            .Attribute("height", Pixels(medium.Height))
            .Raw(">");
        if (medium.Sha256 is { } sha256)
            html.Raw("<meta itemprop=\"sha256\"").Attribute("content", sha256).Raw(">");
        html.Raw(isHidden ? "</details>" : "").Raw("</li>\n");
    }

    private static string? Pixels(int? count) => count is > 0 ? count.Value.ToString(CultureInfo.InvariantCulture) : null;

    private void MissingMedium(Media medium)
    {
        html.Text(words.Label(medium));
        if (!string.IsNullOrWhiteSpace(medium.Url))
            html.Raw(" ").Link(medium.Url, _labels.OriginalAddress);
    }

    private void Card()
    {
        if (block.Card is not { } card)
            return;
        html.Raw("  <p class=\"quote-block-card\">").Raw(_labels.LinkShown.Before)
            .Link(card.Url, string.IsNullOrWhiteSpace(card.Title) ? VisibleText.Name(card.Url) : VisibleText.Line(card.Title))
            .Raw(_labels.LinkShown.After);
        if (!string.IsNullOrWhiteSpace(card.Description))
            html.Raw(" <span>").Text(VisibleText.Line(card.Description)).Raw("</span>");
        html.Raw("</p>\n");
    }

    private void PollList()
    {
        if (block.Poll is not { } poll || poll.Options.IsEmpty)
            return;
        html.Raw("  <p>").Raw(_labels.Poll).Raw("</p>\n  <ul class=\"quote-block-poll\">\n");
        foreach (PollOption option in poll.Options)
        {
            html.Raw("    <li><span dir=\"auto\">").Text(VisibleText.Line(option.Label)).Raw("</span>");
            if (option.Votes is { } votes)
                html.Raw(": ").Raw(words.Votes(votes));
            html.Raw("</li>\n");
        }

        html.Raw("  </ul>\n");
    }

    private void QuotedPost()
    {
        if (block.Quoted is not { } quoted)
            return;
        html.Raw("  <div class=\"u-quotation-of h-cite\" itemprop=\"sharedContent\" itemscope itemtype=\"https://schema.org/SocialMediaPosting\">\n    <p>").Raw(_labels.Quoting.Before);
        PersonOrUnknown(quoted.Author, LinkTarget.Of(quoted.Url) is null);
        html.Raw(_labels.Quoting.After);
        if (!string.IsNullOrWhiteSpace(quoted.Url))
            html.Raw(", ").Link(quoted.Url, _labels.QuotedPost, " class=\"u-url\" itemprop=\"url\"");
        if (DisplayDate.Read(quoted.PublishedAt) is { } date)
            Time(_labels.QuotedOn, date, date.InWords(_labels), " class=\"dt-published\" itemprop=\"datePublished\"");
        if (quoted.State is not (null or PostState.Live or PostState.Unknown))
            html.Raw("; ").Raw(words.StateClause(quoted.State.Value));
        html.Raw(string.IsNullOrEmpty(quoted.Text) ? ".</p>\n" : ":</p>\n");
        if (!string.IsNullOrEmpty(quoted.Text))
            Blockquote("    ", new PostText { Value = quoted.Text, Completeness = TextCompleteness.Unknown }, LinkTarget.Of(quoted.Url));
        html.Raw("  </div>\n");
    }

    private void Attribution()
    {
        PersonOrUnknown(block.Author, _permalink is null);
        html.Raw(",\n    <cite class=\"p-publication\" itemprop=\"publisher\" itemscope itemtype=\"https://schema.org/Organization\"><span itemprop=\"name\">")
            .Text(words.Platform(block))
            .Raw("</span></cite>,\n    ");
        DisplayDate? date = DisplayDate.Read(block.Published.At, block.Published.Precision);
        if (_permalink is not null)
            Permalink(_permalink, date);
        else
            Date(date);
        if (_permalink is null && !string.IsNullOrWhiteSpace(block.Url))
            html.Raw(", ").Address(block.Url);
        if (DisplayDate.Read(block.EditedAt) is { } edited)
        {
            html.Raw(", ");
            Time(_labels.Edited, edited, edited.InWords(_labels), " class=\"dt-updated\" itemprop=\"dateModified\"");
        }

        html.Raw(".");
    }

    private void Permalink(string href, DisplayDate? date)
    {
        html.OpenLink(href, " class=\"u-url u-uid\" itemprop=\"url\"");
        if (CaptionFacts.ArchivedCopy(block) is { } copy)
        {
            html.Attribute("data-originalurl", href)
                .Attribute("data-versionurl", LinkTarget.Of(copy.Url))
                .Attribute("data-versiondate", DisplayDate.Read(copy.At, DatePrecision.Day)?.Machine);
        }

        html.Raw(">");
        if (date is null)
        {
            html.Raw(_labels.Post).Raw("</a>, ").Text(words.Date(block.Published));
            return;
        }

        Date(date);
        html.Raw("</a>");
    }

    private void Date(DisplayDate? date)
    {
        if (date is { } known)
            Time(default, known, known.InWords(_labels), " class=\"dt-published\" itemprop=\"datePublished\"");
        else
            html.Text(words.Date(block.Published));
    }

    /// <summary>
    /// The author for people, and beside it for machines. An author whom the source does not name gets no author's markup: a
    /// reader of microformats would take the label for a name.
    /// </summary>
    private void PersonOrUnknown(Author? author, bool linksProfile)
    {
        string? name = CaptionFacts.Name(author);
        string? handle = CaptionFacts.Handle(author);
        string? profile = LinkTarget.Of(author?.Url);
        bool isKnown = name is not null || handle is not null;
        if (isKnown)
            Person(name, handle, profile);
        html.Person(author, _labels.UnknownAuthor);
        if (profile is not null && (linksProfile || !isKnown))
            html.Raw(" (").Link(profile, _labels.Profile).Raw(")");
    }

    // Without text of its own: what programs that extract articles take for a byline, they cut out.
    private void Person(string? name, string? handle, string? profile)
    {
        html.Raw("<span class=\"p-author h-card\" itemprop=\"author\" itemscope itemtype=\"https://schema.org/Person\">");
        Value("p-name", "name", name);
        Value("p-nickname", "alternateName", handle);
        Value("u-url", "url", profile);
        html.Raw("</span>");
    }

    private void Value(string microformat, string property, string? value)
    {
        if (value is not null)
            html.Raw("<data").Attribute("class", microformat).Attribute("itemprop", property).Attribute("value", value).Raw("></data>");
    }

    private void Note()
    {
        Label saved = block.Text.Value.Length > 0 ? _labels.TextSaved : _labels.Saved;
        if (DisplayDate.Read(block.CapturedAt) is { } when)
            Time(saved, when, when.InWords(_labels), " class=\"dt-accessed\"");
        else
            html.Raw(saved.Before).Text(VisibleText.Line(block.CapturedAt)).Raw(saved.After);
        Article();

        Observation look = CaptionFacts.LatestLook(block);
        bool isNotable = look.State is not (PostState.Live or PostState.Unknown);
        html.Raw("; ").Raw(isNotable ? "<span class=\"quote-block-state\">" : "").Raw(words.StateClause(look.State));
        if (look.State != PostState.Unknown && DisplayDate.Read(look.At) is { } seen)
            Time(_labels.SeenOn, seen, seen.DayInWords(_labels), "");
        html.Raw(isNotable ? "</span>" : "");
        html.Raw(".");

        if (CaptionFacts.ArchivedCopy(block) is { } copy)
            html.Raw(" ").Link(copy.Url, _labels.ArchivedCopy, " itemprop=\"archivedAt\"").Raw(".");
        Cautions();
    }

    private void Cautions()
    {
        if (words.Cautions(block) is not { } cautions)
            return;
        html.Raw(" <strong class=\"quote-block-caution\">").Text(cautions);
        if (words.Reasons(block) is { } reasons)
        {
            bool isOther = _labels.Language != RenderingLabels.English;
            html.Raw(" ").Raw(_labels.Why.Before).Raw(isOther ? "<span lang=\"en\">" : "").Text(reasons).Raw(isOther ? "</span>" : "").Raw(_labels.Why.After);
        }

        html.Raw("</strong>");
    }

    // The link is a short word: what is mostly links is taken for navigation by programs that extract articles.
    private void Article()
    {
        string? address = CaptionFacts.ArticleAddress(block);
        string? title = string.IsNullOrWhiteSpace(block.Source.Title) ? null : VisibleText.Line(block.Source.Title);
        if (address is null && title is null)
            return;
        html.Raw(_labels.FromArticle.Before);
        if (title is not null)
            html.Raw("<span dir=\"auto\">").Text(title).Raw("</span>");
        if (address is not null)
        {
            html.Raw(title is null ? "" : " (")
                .Link(address, title is null ? _labels.TheArticle : _labels.Article, " class=\"u-syndication-source\" itemprop=\"isBasedOn\"")
                .Raw(title is null ? "" : ")");
        }

        html.Raw(_labels.FromArticle.After);
    }

    // Beside the date that people read, not around it: programs that extract articles cut out a time with its text.
    private void Time(Label label, DisplayDate date, string shown, string attributes) =>
        html.Raw(label.Before).Raw("<time").Raw(attributes).Attribute("datetime", date.Machine).Raw("></time>").Raw(shown).Raw(label.After);
}
