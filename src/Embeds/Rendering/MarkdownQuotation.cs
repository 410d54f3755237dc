using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>Writes one block as a Markdown quotation: the words first, then what belongs to them, then who, where and when.</summary>
internal sealed class MarkdownQuotation(MarkdownWriter markdown, QuoteBlock block, MarkdownQuoteOptions options, CaptionWords words)
{
    private readonly RenderingLabels _labels = words.Labels;
    private bool _begun;

    public void Write()
    {
        Head();
        if (!string.IsNullOrWhiteSpace(block.Text.ContentWarning))
            Paragraph().Raw("**").Raw(_labels.ContentWarning.Before.TrimEnd()).Raw("** ").Text(VisibleText.Line(block.Text.ContentWarning)).Raw(_labels.ContentWarning.After).Raw("\n");
        AnsweredPost();
        Words();
        QuotedPost();
        foreach (Media medium in block.Media.Where(CaptionFacts.IsContent))
            Medium(medium);
        Card();
        PollOptions();
        Attribution();
        Note();
    }

    // Goldmark, which Hugo uses, leaves comments out of the page with a warning; the front matter says the same there.
    private void Head()
    {
        if (options.Flavor != MarkdownFlavor.Hugo)
        {
            string seal = block.Integrity is { } integrity ? $" sha256:{integrity.Sha256}" : "";
            markdown.Raw($"<!-- quote-block {CommentSafe(block.Key)}{CommentSafe(seal)} -->\n\n");
        }

        if (options.Flavor == MarkdownFlavor.Obsidian)
        {
            markdown.Raw("> [!quote] ").Text(words.Author(block.Author)).Raw("\n");
            _begun = true;
        }
    }

    // Within a comment nothing can be escaped, so all but the plainest characters give way to "-".
    private static string CommentSafe(string text) => string.Create(text.Length, text, static (safe, source) =>
    {
        for (int i = 0; i < source.Length; i++)
        {
            char c = source[i];
            bool isPlain = char.IsAsciiLetterOrDigit(c) || c is ' ' or ':' or '.' or '/' or '_' or '@';
            safe[i] = isPlain ? c : i > 0 && safe[i - 1] == '-' ? '_' : '-';
        }
    });

    private MarkdownWriter Paragraph(string prefix = "> ")
    {
        if (_begun)
            markdown.Raw(prefix.TrimEnd()).Raw("\n");
        _begun = true;
        return markdown.Raw(prefix);
    }

    private void AnsweredPost()
    {
        if (block.Thread?.Parent is not { } parent)
            return;
        Paragraph().Raw(_labels.InReplyTo.Before).Text(words.AnsweredAuthor(parent.Author)).Raw(_labels.InReplyTo.After);
        if (!string.IsNullOrWhiteSpace(parent.Url))
            markdown.Raw(", ").Link(parent.Url, _labels.EarlierPost);
        markdown.Raw("\n");
    }

    private void Words()
    {
        if (words.MissingWords(block) is { } missing)
            Paragraph().Text(missing).Raw("\n");
        else if (block.Text.Value.AsSpan().ContainsAnyExcept('\n'))
            Words("> ", block.Text);
    }

    private void Words(string prefix, PostText text)
    {
        if (_begun)
            markdown.Raw(prefix.TrimEnd()).Raw("\n");
        _begun = true;
        new MarkdownWords(markdown, prefix, options.Flavor).Write(text.Value, text.Facets);
    }

    private void QuotedPost()
    {
        if (block.Quoted is not { } quoted)
            return;
        if (_begun)
            markdown.Raw(">\n");
        _begun = false;
        if (quoted.Text is { } copy && copy.AsSpan().ContainsAnyExcept('\n'))
            Words("> > ", new PostText { Value = copy, Completeness = TextCompleteness.Unknown });
        Paragraph("> > ").Raw("— ").Text(words.Author(quoted.Author));
        if (!string.IsNullOrWhiteSpace(quoted.Url))
            markdown.Raw(", ").Link(quoted.Url, DisplayDate.Read(quoted.PublishedAt)?.InWords(_labels) ?? _labels.QuotedPost);
        if (quoted.State is not (null or PostState.Live or PostState.Unknown))
            markdown.Raw("; ").Raw(words.StateClause(quoted.State.Value));
        markdown.Raw("\n");
    }

    private void Medium(Media medium)
    {
        Paragraph();
        string? kept = CaptionFacts.KeptCopy(medium, options);
        if (kept is null)
        {
            markdown.Text(words.Label(medium));
            if (!string.IsNullOrWhiteSpace(medium.Url))
                markdown.Raw(" ").Link(medium.Url, _labels.OriginalAddress);
        }
        else
        {
            bool isPicture = medium.Type is MediaType.Image or MediaType.Gif && medium.Sensitive != true;
            markdown.Raw(isPicture ? "![" : "[")
                .Text(isPicture ? words.AltOf(medium) : words.Label(medium))
                .Raw("](").Destination(kept).Raw(")");
        }

        markdown.Raw("\n");
    }

    private void Card()
    {
        if (block.Card is not { } card)
            return;
        Paragraph().Raw(_labels.LinkShown.Before)
            .Link(card.Url, string.IsNullOrWhiteSpace(card.Title) ? VisibleText.Name(card.Url) : VisibleText.Line(card.Title))
            .Raw(_labels.LinkShown.After);
        if (!string.IsNullOrWhiteSpace(card.Description))
            markdown.Raw(" — ").Text(VisibleText.Line(card.Description));
        markdown.Raw("\n");
    }

    private void PollOptions()
    {
        if (block.Poll is not { } poll || poll.Options.IsEmpty)
            return;
        Paragraph();
        for (int i = 0; i < poll.Options.Length; i++)
        {
            markdown.Raw(i == 0 ? "- " : "> - ").Text(VisibleText.Line(poll.Options[i].Label));
            if (poll.Options[i].Votes is { } votes)
                markdown.Raw(" (").Raw(words.Votes(votes)).Raw(")");
            markdown.Raw("\n");
        }
    }

    private void Attribution()
    {
        Paragraph().Raw("— ");
        Person(block.Author);
        markdown.Raw(", ").Text(words.Platform(block)).Raw(", ").Link(block.Url, words.Date(block.Published));
        if (CaptionFacts.ArchivedCopy(block) is { } copy)
            markdown.Raw(" (").Link(copy.Url, _labels.ArchivedCopy).Raw(")");
        markdown.Raw("\n");
    }

    private void Person(Author author)
    {
        string? name = CaptionFacts.Name(author);
        string? handle = CaptionFacts.Handle(author);
        bool hasProfile = LinkTarget.Of(author.Url) is not null;
        if (name is not null)
            markdown.Text(name);
        if (name is not null && handle is not null)
            markdown.Raw(" (");
        if (handle is not null)
            markdown.Link(hasProfile ? author.Url : null, handle);
        if (name is not null && handle is not null)
            markdown.Raw(")");
        if (name is null && handle is null)
            markdown.Raw(_labels.UnknownAuthor);
        if (handle is null && hasProfile)
            markdown.Raw(" (").Link(author.Url, _labels.Profile).Raw(")");
    }

    private void Note()
    {
        Paragraph().Raw(_labels.Saved.Before);
        if (DisplayDate.Read(block.CapturedAt) is { } saved)
            markdown.Raw(saved.InWords(_labels));
        else
            markdown.Text(VisibleText.Line(block.CapturedAt));
        markdown.Raw(_labels.Saved.After);
        string? address = CaptionFacts.ArticleAddress(block);
        string? title = string.IsNullOrWhiteSpace(block.Source.Title) ? null : VisibleText.Line(block.Source.Title);
        if (address is not null || title is not null)
            markdown.Raw(_labels.FromArticle.Before).Link(address, title ?? _labels.TheArticle).Raw(_labels.FromArticle.After);

        Observation look = CaptionFacts.LatestLook(block);
        markdown.Raw("; ").Raw(words.StateClause(look.State));
        if (look.State != PostState.Unknown && DisplayDate.Read(look.At) is { } seen)
            markdown.Raw(_labels.SeenOn.Around(seen.DayInWords(_labels)));
        markdown.Raw(".");
        if (words.Cautions(block) is { } cautions)
            markdown.Raw(" ").Text(cautions);
        if (words.Reasons(block) is { } reasons)
            markdown.Raw(" ").Raw(_labels.Why.Before).Text(reasons).Raw(_labels.Why.After);
        markdown.Raw("\n");
    }
}
