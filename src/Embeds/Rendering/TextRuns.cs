using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>
/// Cuts a text at its line ends and at the borders of its facets. The runs cover the text without gap or overlap whatever
/// the facets say: one that lies outside the text, or that would nest a link in a link, is left out.
/// </summary>
internal static class TextRuns
{
    public static List<TextRun> Split(string text, ImmutableArray<Facet> facets)
    {
        var runs = new List<TextRun>();
        int start = 0;
        var cursor = new CodePointCursor(text);
        Facet? anchor = null;
        Span<int> depth = stackalloc int[StyleFacets.Length];
        foreach (Border border in Borders(text, facets))
        {
            cursor.TryToUtf16(border.At, out int end);
            Add(runs, text, start, end, anchor, StylesAt(depth));
            start = end;

            int style = Array.IndexOf(StyleFacets, border.Facet.Type);
            if (style < 0)
                anchor = border.Opens ? border.Facet : null;
            else
                depth[style] += border.Opens ? 1 : -1;
        }

        Add(runs, text, start, text.Length, anchor, StylesAt(depth));
        return runs;
    }

    private static readonly FacetType[] StyleFacets = [FacetType.Bold, FacetType.Italic, FacetType.Strike, FacetType.Code];

    private readonly record struct Border(int At, bool Opens, Facet Facet);

    private static List<Border> Borders(string text, ImmutableArray<Facet> facets)
    {
        if (facets.IsDefaultOrEmpty)
            return [];

        int length = CodePoints.Count(text);
        var borders = new List<Border>();
        int anchoredTo = 0;
        foreach (Facet facet in facets.Where(f => f.Start >= 0 && f.Start < f.End && f.End <= length).OrderBy(f => f.Start))
        {
            if (!StyleFacets.Contains(facet.Type))
            {
                if (facet.Start < anchoredTo)
                    continue;
                anchoredTo = facet.End;
            }

            borders.Add(new Border(facet.Start, Opens: true, facet));
            borders.Add(new Border(facet.End, Opens: false, facet));
        }

        // An anchor that ends where the next begins must close first.
        borders.Sort(static (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Opens.CompareTo(b.Opens));
        return borders;
    }

    private static TextStyles StylesAt(ReadOnlySpan<int> depth)
    {
        var styles = TextStyles.None;
        for (int i = 0; i < depth.Length; i++)
        {
            if (depth[i] > 0)
                styles |= (TextStyles)(1 << i);
        }

        return styles;
    }

    private static void Add(List<TextRun> runs, string text, int start, int end, Facet? anchor, TextStyles styles)
    {
        while (start < end)
        {
            bool isBreak = text[start] == '\n';
            ReadOnlySpan<char> rest = text.AsSpan(start, end - start);
            int length = isBreak ? rest.IndexOfAnyExcept('\n') : rest.IndexOf('\n');
            int stop = length < 0 ? end : start + length;
            Append(runs, isBreak ? new TextRun(start, stop, IsBreak: true) : new TextRun(start, stop, IsBreak: false, anchor, styles));
            start = stop;
        }
    }

    private static void Append(List<TextRun> runs, TextRun run)
    {
        Span<TextRun> made = CollectionsMarshal.AsSpan(runs);
        if (made is [.., var last] && last.IsBreak == run.IsBreak && last.Styles == run.Styles && ReferenceEquals(last.Anchor, run.Anchor))
            made[^1] = last with { End = run.End };
        else
            runs.Add(run);
    }
}
