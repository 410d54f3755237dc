using System.Globalization;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>Writes one block as plain text.</summary>
internal sealed class PlainTextQuotation(TextWriter writer, QuoteBlock block, PlainTextQuoteOptions options)
{
    private const string Indent = "     ";
    private const int ShownSealDigits = 16;

    public void Write()
    {
        if (!string.IsNullOrWhiteSpace(block.Text.ContentWarning))
            Line("  | content warning: ", VisibleText.Line(block.Text.ContentWarning));
        if (CaptionWords.MissingWords(block) is { } missing)
            Line("  ", missing);
        else
            Words("  | ", block.Text.Value);
        QuotedPost();
        Line("");

        Line("  -- ", $"{CaptionWords.Author(block.Author) ?? "Unknown author"}, {CaptionWords.Platform(block, options)}, {CaptionWords.Date(block.Published)}");
        if (!string.IsNullOrWhiteSpace(block.Url))
            Line(Indent, Address(block.Url));
        if (block.Thread?.Parent is { } parent)
            Line(Indent + "in reply to ", Reference(parent));
        foreach (Media medium in block.Media.Where(CaptionWords.IsContent))
            Line(Indent, CaptionWords.KeptCopy(medium, options) is { } kept ? $"{CaptionWords.Label(medium)} {kept}" : CaptionWords.Label(medium));
        if (block.Card is { } card)
            Line(Indent + "link shown: ", string.IsNullOrWhiteSpace(card.Title) ? Address(card.Url) : $"{VisibleText.Line(card.Title)} {Address(card.Url)}");
        foreach (PollOption option in block.Poll?.Options ?? [])
            Line(Indent + "poll: ", VisibleText.Line(option.Label) + (option.Votes is { } votes ? string.Create(CultureInfo.InvariantCulture, $" ({votes})") : ""));
        if (CaptionWords.ArchivedCopy(block) is { } copy)
            Line(Indent + "archived: ", Address(copy.Url));
        Line(Indent, Standing());
        if (CaptionWords.Cautions(block) is { } cautions)
            Line(Indent, cautions);
    }

    private void QuotedPost()
    {
        if (block.Quoted is not { } quoted)
            return;
        Line("  |");
        Line("  | > quoting ", Reference(quoted));
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

    private static string Reference(PostRef post)
    {
        string author = CaptionWords.Author(post.Author) ?? "Unknown author";
        return string.IsNullOrWhiteSpace(post.Url) ? author : $"{author}, {Address(post.Url)}";
    }

    private static string Address(string url) => LinkTarget.Of(url) ?? VisibleText.Name(url);

    private string Standing()
    {
        Observation look = CaptionWords.LatestLook(block);
        string state = CaptionWords.StateWord(look.State);
        string on = look.State != PostState.Unknown && DisplayDate.Read(look.At, DatePrecision.Day) is { } day ? $" on {day.Machine}" : "";
        string seal = block.Integrity is { Sha256: { Length: >= ShownSealDigits } sha256 } ? $"; sha256 {sha256[..ShownSealDigits]}" : "";
        return $"saved {VisibleText.Line(block.CapturedAt)}; original {state}{on}{seal}";
    }
}
