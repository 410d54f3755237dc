using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>Writes one block as plain text.</summary>
internal sealed class PlainTextQuotation(TextWriter writer, QuoteBlock block, PlainTextQuoteOptions options, CaptionWords words)
{
    private readonly RenderingLabels _labels = words.Labels;
    private const string Indent = "     ";
    private const int ShownSealDigits = 16;

    public void Write()
    {
        if (!string.IsNullOrWhiteSpace(block.Text.ContentWarning))
            Line("  | ", _labels.ContentWarning.Around(VisibleText.Line(block.Text.ContentWarning)));
        if (words.MissingWords(block) is { } missing)
            Line("  ", missing);
        else
            Words("  | ", block.Text.Value);
        QuotedPost();
        Line("");

        Line("  -- ", $"{words.Author(block.Author)}, {words.Platform(block)}, {words.Date(block.Published)}");
        if (!string.IsNullOrWhiteSpace(block.Url))
            Line(Indent, Address(block.Url));
        if (block.Thread?.Parent is { } parent)
            Line(Indent, _labels.InReplyTo.Around(Reference(parent, words.AnsweredAuthor(parent.Author))));
        foreach (Media medium in block.Media.Where(CaptionFacts.IsContent))
            Line(Indent, CaptionFacts.KeptCopy(medium, options) is { } kept ? $"{words.Label(medium)} {kept}" : words.Label(medium));
        if (block.Card is { } card)
            Line(Indent, _labels.LinkShown.Around(string.IsNullOrWhiteSpace(card.Title) ? Address(card.Url) : $"{VisibleText.Line(card.Title)} {Address(card.Url)}"));
        foreach (PollOption option in block.Poll?.Options ?? [])
            Line(Indent, $"{_labels.Poll} {VisibleText.Line(option.Label)}{(option.Votes is { } votes ? $" ({words.Votes(votes)})" : "")}");
        if (CaptionFacts.ArchivedCopy(block) is { } copy)
            Line(Indent, _labels.Archived.Around(Address(copy.Url)));
        Line(Indent, Standing());
        if (words.Cautions(block) is { } cautions)
            Line(Indent, words.Reasons(block) is { } reasons ? $"{cautions} {_labels.Why.Around(reasons)}" : cautions);
    }

    private void QuotedPost()
    {
        if (block.Quoted is not { } quoted)
            return;
        Line("  |");
        Line("  | > ", _labels.Quoting.Around(Reference(quoted, words.Author(quoted.Author))));
        if (!string.IsNullOrEmpty(quoted.Text))
            Words("  | > ", quoted.Text);
    }

    private void Words(string prefix, string text)
    {
        foreach (Range line in text.AsSpan().Split('\n'))
            Line(prefix, VisibleText.Words(text[line]));
    }

    private void Line(string prefix, string text = "")
    {
        writer.Write(prefix);
        writer.Write(text);
        writer.Write('\n');
    }

    private static string Reference(PostRef post, string author) =>
        string.IsNullOrWhiteSpace(post.Url) ? author : $"{author}, {Address(post.Url)}";

    private static string Address(string url) => LinkTarget.Of(url) ?? VisibleText.Name(url);

    private string Standing()
    {
        Observation look = CaptionFacts.LatestLook(block);
        string state = _labels.Original.Around(words.StateWord(look.State));
        string on = look.State != PostState.Unknown && DisplayDate.Read(look.At, DatePrecision.Day) is { } day ? _labels.SeenOn.Around(day.Machine) : "";
        string seal = block.Integrity is { Sha256: { Length: >= ShownSealDigits } sha256 } ? $"; sha256 {sha256[..ShownSealDigits]}" : "";
        return $"{_labels.Saved.Around(VisibleText.Line(block.CapturedAt))}; {state}{on}{seal}";
    }
}
