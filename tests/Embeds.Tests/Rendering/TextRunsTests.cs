using CsCheck;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Tests.Rendering;

public class TextRunsTests
{
    [Fact]
    public void Runs_of_any_facets_cover_the_text_without_gap_or_overlap() =>
        Gen.Select(RandomWords.Texts, RandomWords.Facets).Sample((text, facets) =>
        {
            List<TextRun> runs = TextRuns.Split(text, facets);
            int at = 0;
            foreach (TextRun run in runs)
            {
                Assert.Equal(at, run.Start);
                Assert.True(run.Length > 0);
                Assert.Equal(run.IsBreak, text[run.Start] == '\n');
                Assert.Equal(run.IsBreak ? run.Length : 0, text.AsSpan(run.Start, run.Length).Count('\n'));
                Assert.False(char.IsLowSurrogate(text[run.Start]) && run.Start > 0 && char.IsHighSurrogate(text[run.Start - 1]));
                at = run.End;
            }

            Assert.Equal(text.Length, at);
        }, iter: 2000);

    [Fact]
    public void Offsets_count_code_points_not_units()
    {
        TextRun run = TextRuns.Split("😀😀ab", [new Facet { Start = 2, End = 3, Type = FacetType.Bold }])[1];

        Assert.Equal((4, 5), (run.Start, run.End));
    }

    [Fact]
    public void Anchor_that_overlaps_an_earlier_one_is_left_out()
    {
        var first = new Facet { Start = 0, End = 3, Type = FacetType.Link };
        var second = new Facet { Start = 2, End = 4, Type = FacetType.Mention };

        List<TextRun> runs = TextRuns.Split("abcdef", [second, first]);

        Assert.Equal([first, null], runs.Select(r => r.Anchor));
    }

    [Fact]
    public void Anchors_side_by_side_are_both_kept()
    {
        var first = new Facet { Start = 0, End = 2, Type = FacetType.Link };
        var second = new Facet { Start = 2, End = 4, Type = FacetType.Mention };

        Assert.Equal([first, second, null], TextRuns.Split("abcdef", [first, second]).Select(r => r.Anchor));
    }

    [Fact]
    public void Styles_add_up_where_they_overlap()
    {
        List<TextRun> runs = TextRuns.Split("abcdef",
        [
            new Facet { Start = 0, End = 4, Type = FacetType.Bold },
            new Facet { Start = 2, End = 6, Type = FacetType.Italic },
            new Facet { Start = 1, End = 3, Type = FacetType.Bold },
        ]);

        Assert.Equal([TextStyles.Bold, TextStyles.Bold | TextStyles.Italic, TextStyles.Italic], runs.Select(r => r.Styles));
    }

    [Fact]
    public void Default_list_of_facets_is_none() => Assert.Single(TextRuns.Split("abc", default));
}
