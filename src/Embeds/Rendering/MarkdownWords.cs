using System.Collections.Immutable;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>
/// Writes a post's words as paragraphs of a quotation, each line behind <paramref name="prefix"/>. Paragraphs, lines and
/// white space stay what they were; of several empty lines one remains, for Markdown knows no more.
/// </summary>
internal sealed class MarkdownWords(MarkdownWriter markdown, string prefix, MarkdownFlavor flavor)
{
    private Facet? _anchor;
    private string? _target;
    private bool _touchesMark;

    public void Write(string text, ImmutableArray<Facet> facets)
    {
        List<TextRun> runs = TextRuns.Split(text, facets);
        if (runs is [{ IsBreak: true }, ..])
            runs.RemoveAt(0);
        if (runs is [.., { IsBreak: true }])
            runs.RemoveAt(runs.Count - 1);
        if (runs.Count == 0)
            return;

        int lineStart = runs[0].Start;
        markdown.Raw(prefix);
        foreach (TextRun run in runs)
        {
            SwitchAnchor(run.Anchor);
            if (run.IsBreak)
            {
                Break(run.Length);
                lineStart = run.End;
            }
            else
            {
                Styled(text, run, lineStart);
            }
        }

        SwitchAnchor(null);
        markdown.Raw("\n");
    }

    private void Break(int lineEnds)
    {
        _touchesMark = false;
        if (lineEnds == 1)
            markdown.Raw("\\\n").Raw(prefix);
        else
            markdown.Raw("\n").Raw(prefix.TrimEnd()).Raw("\n").Raw(prefix);
    }

    private void SwitchAnchor(Facet? next)
    {
        if (ReferenceEquals(_anchor, next))
            return;
        string? before = _target;
        if (before is not null)
            markdown.Raw("](").Destination(before).Raw(")");
        _anchor = next;
        _target = next?.Type is FacetType.Link or FacetType.Mention ? LinkTarget.Of(next.Expanded) ?? LinkTarget.Of(next.Target) : null;
        if (_target is not null)
            markdown.Raw("[");
        _touchesMark &= before is null && _target is null;
    }

    // Two marks side by side would be read as one longer mark.
    private void Styled(string text, TextRun run, int lineStart)
    {
        string mark = _touchesMark ? "" : Mark(text, run);
        _touchesMark = mark.Length > 0;
        markdown.Raw(mark);
        if (mark is "`")
            markdown.Raw(text.AsSpan(run.Start, run.Length));
        else
            markdown.Text(text, run.Start, run.End, lineStart);
        markdown.Raw(mark);
    }

    /// <summary>The mark that sets the words in their type, or nothing where every reader might not take it for one: the words matter more.</summary>
    private string Mark(string text, TextRun run)
    {
        ReadOnlySpan<char> words = text.AsSpan(run.Start, run.Length);
        if (run.Styles.HasFlag(TextStyles.Code))
            return CanBeCode(words) && !TouchesBacktick(text, run) ? "`" : "";
        if (!char.IsLetterOrDigit(words[0]) || !char.IsLetterOrDigit(words[^1]))
            return "";
        if (run.Styles.HasFlag(TextStyles.Strike))
            return flavor == MarkdownFlavor.CommonMark ? "" : "~~";
        return (run.Styles & (TextStyles.Bold | TextStyles.Italic)) switch
        {
            TextStyles.Bold => "**",
            TextStyles.Italic => "*",
            TextStyles.None => "",
            _ => "***",
        };
    }

    // A backtick opens no code behind another one, even where that is escaped.
    private static bool TouchesBacktick(string text, TextRun run) =>
        (run.Start > 0 && text[run.Start - 1] == '`') || (run.End < text.Length && text[run.End] == '`');

    // Nothing can be escaped inside a code span; Hugo expands its shortcodes even there.
    private static bool CanBeCode(ReadOnlySpan<char> words) =>
        !char.IsWhiteSpace(words[0]) && !char.IsWhiteSpace(words[^1])
        && !words.ContainsAny('`', '{') && !words.ContainsAnyInRange('\0', '\u001F') && !words.ContainsAnyInRange('\uD800', '\uDFFF');
}
