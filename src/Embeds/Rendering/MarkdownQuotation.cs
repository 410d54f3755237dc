using System.Globalization;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>Writes one block as a Markdown quotation: the words first, then what belongs to them, then who, where and when.</summary>
internal sealed class MarkdownQuotation(MarkdownWriter markdown, QuoteBlock block, MarkdownQuoteOptions options)
{
    private bool _begun;

    public void Write()
    {
        Head();
        if (!string.IsNullOrWhiteSpace(block.Text.ContentWarning))
            Paragraph().Raw("**Content warning:** ").Text(VisibleText.Line(block.Text.ContentWarning)).Raw("\n");
        AnsweredPost();
        Words();
        QuotedPost();
        foreach (Media medium in block.Media.Where(CaptionWords.IsContent))
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
            markdown.Raw("> [!quote] ").Text(CaptionWords.Author(block.Author) ?? "Unknown author").Raw("\n");
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
        Paragraph().Raw("*In reply to* ").Text(CaptionWords.Author(parent.Author) ?? "Unknown author");
        if (!string.IsNullOrWhiteSpace(parent.Url))
            markdown.Raw(", ").Link(parent.Url, "earlier post");
        markdown.Raw("\n");
    }

    private void Words()
    {
        if (CaptionWords.MissingWords(block) is { } missing)
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
        if (quoted.Text is { } words && words.AsSpan().ContainsAnyExcept('\n'))
            Words("> > ", new PostText { Value = words, Completeness = TextCompleteness.Unknown });
        Paragraph("> > ").Raw("— ").Text(CaptionWords.Author(quoted.Author) ?? "Unknown author");
        if (!string.IsNullOrWhiteSpace(quoted.Url))
            markdown.Raw(", ").Link(quoted.Url, DisplayDate.Read(quoted.PublishedAt)?.ToString() ?? "quoted post");
        if (quoted.State is not (null or PostState.Live or PostState.Unknown))
            markdown.Raw("; ").Raw(CaptionWords.StateClause(quoted.State.Value));
        markdown.Raw("\n");
    }

    private void Medium(Media medium)
    {
        Paragraph();
        string? kept = CaptionWords.KeptCopy(medium, options);
        if (kept is null)
        {
            markdown.Text(CaptionWords.Label(medium));
            if (!string.IsNullOrWhiteSpace(medium.Url))
                markdown.Raw(" ").Link(medium.Url, "original address");
        }
        else
        {
            bool isPicture = medium.Type is MediaType.Image or MediaType.Gif && medium.Sensitive != true;
            markdown.Raw(isPicture ? "![" : "[")
                .Text(isPicture ? CaptionWords.Alt(medium) ?? "Image without a description" : CaptionWords.Label(medium))
                .Raw("](").Destination(kept).Raw(")");
        }

        markdown.Raw("\n");
    }

    private void Card()
    {
        if (block.Card is not { } card)
            return;
        Paragraph().Raw("Link shown: ")
            .Link(card.Url, string.IsNullOrWhiteSpace(card.Title) ? VisibleText.Name(card.Url) : VisibleText.Line(card.Title));
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
                markdown.Raw(votes == 1 ? " (1 vote)" : string.Create(CultureInfo.InvariantCulture, $" ({votes} votes)"));
            markdown.Raw("\n");
        }
    }

    private void Attribution()
    {
        Paragraph().Raw("— ");
        Person(block.Author);
        markdown.Raw(", ").Text(CaptionWords.Platform(block, options)).Raw(", ").Link(block.Url, CaptionWords.Date(block.Published));
        if (CaptionWords.ArchivedCopy(block) is { } copy)
            markdown.Raw(" (").Link(copy.Url, "archived copy").Raw(")");
        markdown.Raw("\n");
    }

    private void Person(Author author)
    {
        string? name = CaptionWords.Name(author);
        string? handle = CaptionWords.Handle(author);
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
            markdown.Raw("Unknown author");
        if (handle is null && hasProfile)
            markdown.Raw(" (").Link(author.Url, "profile").Raw(")");
    }

    private void Note()
    {
        Paragraph().Raw("Saved ");
        if (DisplayDate.Read(block.CapturedAt) is { } saved)
            markdown.Raw(saved.ToString());
        else
            markdown.Text(VisibleText.Line(block.CapturedAt));
        string? address = block.Source.CanonicalUrl ?? block.Source.Url;
        if (!string.IsNullOrWhiteSpace(block.Source.Title))
            markdown.Raw(" from ").Link(address, VisibleText.Line(block.Source.Title));
        else if (address is not null)
            markdown.Raw(" from ").Link(address, "the article");

        Observation look = CaptionWords.LatestLook(block);
        markdown.Raw("; ").Raw(CaptionWords.StateClause(look.State));
        if (look.State != PostState.Unknown && DisplayDate.Read(look.At) is { } seen)
            markdown.Raw(" on ").Raw(seen.Day);
        markdown.Raw(".");
        if (CaptionWords.Cautions(block) is { } cautions)
            markdown.Raw(" ").Text(cautions);
        markdown.Raw("\n");
    }
}
