using System.Collections.Immutable;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>
/// Writes a post's words as paragraphs whose text content is the words exactly: every line end of the text stands in the
/// markup too, and nothing else does.
/// </summary>
internal static class HtmlWords
{
    public static void Write(HtmlWriter html, string text, ImmutableArray<Facet> facets, RenderingLabels labels)
    {
        List<TextRun> runs = TextRuns.Split(text, facets);
        Facet? anchor = null;
        string closeAnchor = "";
        bool inParagraph = false;
        for (int i = 0; i < runs.Count; i++)
        {
            TextRun run = runs[i];
            if (!ReferenceEquals(anchor, run.Anchor) || run.IsBreak)
                html.Raw(closeAnchor);
            if (run.IsBreak)
            {
                (anchor, closeAnchor) = (null, "");
                bool sameParagraph = run.Length == 1 && i > 0 && i < runs.Count - 1;
                WriteBreak(html, run.Length, inParagraph, sameParagraph);
                inParagraph &= sameParagraph;
                continue;
            }

            if (!inParagraph)
                html.Raw("<p>");
            inParagraph = true;
            if (!ReferenceEquals(anchor, run.Anchor))
                (anchor, closeAnchor) = (run.Anchor, OpenAnchor(html, run.Anchor, labels));
            WriteStyled(html, text.AsSpan(run.Start, run.Length), run.Styles);
        }

        html.Raw(closeAnchor);
        if (inParagraph)
            html.Raw("</p>");
    }

    private static void WriteBreak(HtmlWriter html, int lineEnds, bool inParagraph, bool sameParagraph)
    {
        if (sameParagraph)
            html.Raw("<br>");
        else if (inParagraph)
            html.Raw("</p>");
        html.Raw(new string('\n', lineEnds));
    }

    /// <summary>Opens what the facet means, and answers how to close it.</summary>
    private static string OpenAnchor(HtmlWriter html, Facet? facet, RenderingLabels labels)
    {
        switch (facet?.Type)
        {
            case FacetType.Mention or FacetType.Link:
                string? posted = LinkTarget.Of(facet.Target);
                string? expanded = LinkTarget.Of(facet.Expanded);
                if ((expanded ?? posted) is not { } href)
                    return "";
                html.OpenLink(href).Attribute("data-originalurl", expanded is null ? null : posted).Raw(">");
                return "</a>";
            case FacetType.Hashtag or FacetType.Cashtag:
                html.Raw("<span class=\"p-category\">");
                return "</span>";
            case FacetType.Gloss:
                html.Raw("<span class=\"quote-block-gloss\"").Attribute("title", labels.Gloss).Raw(">");
                return "</span>";
            default:
                return "";
        }
    }

    private static void WriteStyled(HtmlWriter html, ReadOnlySpan<char> text, TextStyles styles)
    {
        if (styles == TextStyles.None)
        {
            html.Text(text);
            return;
        }

        foreach ((TextStyles style, string tag) in Tags)
        {
            if (styles.HasFlag(style))
                html.Raw("<").Raw(tag).Raw(">");
        }

        html.Text(text);
        foreach ((TextStyles style, string tag) in Tags.Reverse())
        {
            if (styles.HasFlag(style))
                html.Raw("</").Raw(tag).Raw(">");
        }
    }

    private static readonly ImmutableArray<(TextStyles Style, string Tag)> Tags =
    [
        (TextStyles.Bold, "b"),
        (TextStyles.Italic, "i"),
        (TextStyles.Strike, "s"),
        (TextStyles.Code, "code"),
    ];
}
