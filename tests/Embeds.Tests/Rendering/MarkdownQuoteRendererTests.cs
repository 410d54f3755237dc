using System.Globalization;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Tests.Rendering;

public class MarkdownQuoteRendererTests
{
    private const string Head = "<!-- quote-block x:42 -->\n\n";
    private const string Tail = ">\n> — Unknown author, X (Twitter), date unknown\n>\n> Saved 4 May 2026, 09:30 UTC; whether the original still stands is not known.\n";

    private static string Quotation(string words, params System.Collections.Immutable.ImmutableArray<Facet> facets)
    {
        string markdown = TestBlocks.Block(words, facets).ToMarkdown();
        Assert.StartsWith(Head, markdown, StringComparison.Ordinal);
        Assert.EndsWith(Tail, markdown, StringComparison.Ordinal);
        return markdown[Head.Length..^Tail.Length];
    }

    [Fact]
    public void Lines_and_paragraphs_are_kept() =>
        Assert.Equal("> one\\\n> two\n>\n> three\n", Quotation("one\ntwo\n\n\nthree\n"));

    [Theory]
    [InlineData(":smile:", "\\:smile:")]
    [InlineData("a:smile:b", "a\\:smile\\:b")]
    [InlineData("Read: this", "Read: this")]
    [InlineData("see https://a.example www.b.example", "see https\\://a.example www\\.b.example")]
    [InlineData("- x", "\\- x")]
    [InlineData("1. x", "1\\. x")]
    [InlineData("Well. 2 x", "Well. 2 x")]
    [InlineData("a-b (c) \"d\" it's e.f", "a-b (c) \"d\" it's e.f")]
    [InlineData("    x", "&#32;   x")]
    [InlineData("x  ", "x &#32;")]
    [InlineData("#a @b *c* {{d}} 5 < 6", "\\#a \\@b \\*c\\* \\{\\{d\\}\\} 5 \\< 6")]
    public void Only_what_could_be_markup_is_escaped(string words, string escaped) =>
        Assert.Equal($"> {escaped}\n", Quotation(words));

    [Fact]
    public void Facets_become_links_and_marks()
    {
        const string Words = "a.example bold both code gone";
        Assert.Equal(
            "> [a.example](<https://a.example/?x=1\\&y=\\>>) **bold** ***both*** `code` gone\n".Replace("\\>>", "%3E>", StringComparison.Ordinal),
            Quotation(
                Words,
                TestBlocks.Facet(Words, "a.example", FacetType.Link, "https://a.example/?x=1&y=>"),
                TestBlocks.Facet(Words, "bold", FacetType.Bold),
                TestBlocks.Facet(Words, "both", FacetType.Bold),
                TestBlocks.Facet(Words, "both", FacetType.Italic),
                TestBlocks.Facet(Words, "code", FacetType.Code),
                TestBlocks.Facet(Words, "gone", FacetType.Strike)));
    }

    [Fact]
    public void Marks_that_would_run_together_are_left_out()
    {
        Assert.Equal("> **ab**cd\n", Quotation(
            "abcd",
            new Facet { Start = 0, End = 2, Type = FacetType.Bold },
            new Facet { Start = 2, End = 4, Type = FacetType.Italic }));
    }

    [Fact]
    public void Key_cannot_end_the_comment_that_names_it()
    {
        string markdown = (TestBlocks.Block() with { Key = "x:--><script>" }).ToMarkdown();

        Assert.StartsWith("<!-- quote-block x:-_-_script- -->\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_words_are_said_with_the_link()
    {
        string markdown = (TestBlocks.Block("") with
        {
            Url = "https://p.example/1",
            Text = new PostText { Value = "", Completeness = TextCompleteness.Absent },
        }).ToMarkdown();

        Assert.Contains("> \\[no text: the article shows only the embed\\]\n>\n> — Unknown author, X (Twitter), [date unknown](<https://p.example/1>)\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Obsidian_gets_a_callout()
    {
        string markdown = (TestBlocks.Block() with { Author = new Author { Name = "Bo [x]" } })
            .ToMarkdown(new MarkdownQuoteOptions { Flavor = MarkdownFlavor.Obsidian });

        Assert.Contains("\n> [!quote] Bo \\[x\\]\n>\n> The tide is early.\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Hugo_gets_front_matter_for_one_block_and_none_for_many()
    {
        QuoteBlock block = TestBlocks.Block("it's \"so\"...") with
        {
            Author = new Author { Name = "Bo \"x\"\u2028" },
            Published = new Published { At = "2021-11-28T14:05:09Z", Precision = DatePrecision.Second },
        };
        var renderer = new MarkdownQuoteRenderer(new MarkdownQuoteOptions { Flavor = MarkdownFlavor.Hugo });

        string note = renderer.Render(block);
        string many = renderer.RenderAll([block, block]);

        Assert.StartsWith(
            "---\ntitle: \"Bo \\\"x\\\"\\\\u2028, X, 28 November 2021, 14:05 UTC\"\ndate: \"2021-11-28T14:05:09Z\"\nparams:\n  quote_key: \"x:42\"\n  author: \"Bo \\\"x\\\"\\u2028\"\n",
            note,
            StringComparison.Ordinal);
        Assert.Contains("\n---\n\n> it\\'s \\\"so\\\"\\.\\.\\.\n", note, StringComparison.Ordinal);
        Assert.StartsWith("> it", many, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", note + many, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021", DatePrecision.Year, null)]
    [InlineData("2021-11", DatePrecision.Month, null)]
    [InlineData("2021-11-28", DatePrecision.Day, "2021-11-28")]
    [InlineData("2021-11-28T14:05", DatePrecision.Minute, "2021-11-28")]
    [InlineData("2021-11-28T14:05Z", DatePrecision.Minute, "2021-11-28")]
    [InlineData("2021-11-28T14:05:09+01:00", DatePrecision.Second, "2021-11-28T14:05:09+01:00")]
    public void Hugo_gets_a_date_only_where_it_can_read_it(string at, DatePrecision precision, string? date)
    {
        string note = (TestBlocks.Block() with { Published = new Published { At = at, Precision = precision } })
            .ToMarkdown(new MarkdownQuoteOptions { Flavor = MarkdownFlavor.Hugo });

        if (date is null)
            Assert.DoesNotContain("\ndate:", note, StringComparison.Ordinal);
        else
            Assert.Contains($"\ndate: \"{date}\"\n", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Writer_gets_what_the_string_holds_whatever_its_line_end()
    {
        QuoteBlock block = TestBlocks.Block("a\nb").Seal();
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

        new MarkdownQuoteRenderer().Render(block, writer);

        Assert.Equal(new MarkdownQuoteRenderer().Render(block), writer.ToString());
    }

    [Fact]
    public void Blocks_of_one_file_are_apart_by_an_empty_line()
    {
        string one = new MarkdownQuoteRenderer().Render(TestBlocks.Block());

        Assert.Equal(one + "\n" + one, new MarkdownQuoteRenderer().RenderAll([TestBlocks.Block(), TestBlocks.Block()]));
    }
}
