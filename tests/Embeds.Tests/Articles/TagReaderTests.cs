using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using CsCheck;
using Embeds.Articles;
using Embeds.Tests.Support;

namespace Embeds.Tests.Articles;

public sealed class TagReaderTests
{
    [Theory]
    [InlineData("<p>a</p>", "p /p")]
    [InlineData("<P CLASS=x>", "P[CLASS=x]")]
    [InlineData("<a href='x>y' b>", "a[href=x>y][b=]")]
    [InlineData("<a href=x/y>", "a[href=x/y]")]
    [InlineData("<br/>", "br")]
    [InlineData("<a/b=c>", "a[b=c]")]
    [InlineData("<a =b>", "a[=b=]")]
    [InlineData("<a b = \"c\" b='d'>", "a[b=c][b=d]")]
    [InlineData("<a b=>", "a[b=]")]
    [InlineData("1 < 2 <p>", "p")]
    [InlineData("</>x<p>", "p")]
    [InlineData("</ p><b>", "b")]
    [InlineData("<!-- <p> --><b>", "b")]
    [InlineData("<!--><b>", "b")]
    [InlineData("<!---><b>", "b")]
    [InlineData("<!-- <p> --!><b>", "b")]
    [InlineData("<!-- a -- <p> ---><b>", "b")]
    [InlineData("<!doctype html><b>", "b")]
    [InlineData("<?xml <p> ?><b>", "b")]
    [InlineData("<![CDATA[<p>]]><b>", "b")]
    [InlineData("<script>a<b></script><p>", "script /script p")]
    [InlineData("<script><!-- <script> </script> --></script><p>", "script /script p")]
    [InlineData("<script><!-- </script><p>", "script /script p")]
    [InlineData("<style><p></style ><b>", "style /style b")]
    [InlineData("<textarea><p></textareas></textarea><b>", "textarea /textarea b")]
    [InlineData("<title><p></title><b>", "title /title b")]
    [InlineData("<svg><title><p></title></svg>", "svg title p /title /svg")]
    [InlineData("<plaintext><p>", "plaintext")]
    [InlineData("<p", "")]
    [InlineData("<p a='", "")]
    [InlineData("<", "")]
    [InlineData("</", "")]
    [InlineData("<!", "")]
    public void Tags_are_read_by_the_rules_of_HTML(string html, string tags) => Assert.Equal(tags, Tags(html));

    [Fact]
    public void Text_of_a_raw_element_is_at_hand()
    {
        var reader = new TagReader("<textarea rows=2>&lt;p&gt; <b></textarea>");

        Assert.True(reader.Read());
        Assert.Equal("&lt;p&gt; <b>", reader.Text);
    }

    [Fact]
    public void Any_soup_of_markup_gives_the_tags_of_the_parsers_own_tokenizer()
    {
        string[] pieces = ["<", ">", "</", "/>", "<!--", "-->", "--!>", "<!", "<?", "p", "a", "b", " ", "\n", "=", "\"", "'", "/", "x", "<p ", "<a href=", "</p>", "é", "-", "&amp;", "<div class='"];
        Gen.Int[0, pieces.Length - 1].Array[0, 40].Select(i => string.Concat(i.Select(n => pieces[n]))).Sample(
            html => Assert.Equal(AngleSharpTags(html), Tags(html, asParser: true)), iter: 20_000);
    }

    [Fact]
    public void Any_text_is_read_to_its_end_without_throwing() => Gen.String.Sample(text => Tags(text + "<" + text));

    [Fact]
    public void Real_pages_give_the_tags_of_the_parsers_own_tokenizer()
    {
        if (Fixtures.Shared is not { } shared)
        {
            Assert.Skip("Needs the pages for measuring, which are not on this machine.");
            return;
        }

        foreach (var page in Directory.EnumerateFiles(Path.Combine(shared, "corpus", "pages"), "*.html").Order(StringComparer.Ordinal))
        {
            // The parser folds line ends and NULs before it reads; the scan leaves the page as it is.
            var html = File.ReadAllText(page).ReplaceLineEndings("\n").Replace('\0', '\uFFFD');
            Assert.True(AngleSharpTags(html) == Tags(html, asParser: true), Path.GetFileName(page));
        }
    }

    /// <param name="html">The page.</param>
    /// <param name="asParser">Names in lower case, and only the first of two attributes of one name: what a parser does on top.</param>
    private static string Tags(string html, bool asParser = false)
    {
        var text = new StringBuilder();
        var reader = new TagReader(html);
        while (reader.Read())
        {
            var name = reader.Name.ToString();
            text.Append(text.Length > 0 ? " " : "").Append(reader.IsEndTag ? "/" : "").Append(asParser ? Lower(name) : name);
            var seen = new HashSet<string>();
            var attributes = reader.Attributes;
            while (!reader.IsEndTag && attributes.Read())
            {
                var attribute = asParser ? Lower(attributes.Name.ToString()) : attributes.Name.ToString();
                if (seen.Add(attribute) || !asParser)
                    text.Append('[').Append(attribute).Append('=').Append(attributes.Value).Append(']');
            }
        }

        return text.ToString();
    }

    /// <summary>ASCII letters only, and line ends and NULs as a parser's input stream has them.</summary>
    private static string Lower(string name) => string.Create(name.Length, name, (span, text) =>
    {
        for (var i = 0; i < text.Length; i++)
            span[i] = char.IsAsciiLetterUpper(text[i]) ? (char)(text[i] | 0x20) : text[i];
    });

    /// <summary>The tokens of the parser that makes our trees, its state driven as the tree builder drives it.</summary>
    private static string AngleSharpTags(string html)
    {
        var text = new StringBuilder();
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver) { IsNotConsumingCharacterReferences = true };
        var foreign = 0;
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (token.Type is not (HtmlTokenType.StartTag or HtmlTokenType.EndTag))
                continue;
            var tag = token.AsTag();
            var isEnd = token.Type == HtmlTokenType.EndTag;
            text.Append(text.Length > 0 ? " " : "").Append(isEnd ? "/" : "").Append(tag.Name);
            var seen = new HashSet<string>();
            for (var i = 0; !isEnd && i < tag.Attributes.Count; i++)
            {
                if (seen.Add(tag.Attributes[i].Name))
                    text.Append('[').Append(tag.Attributes[i].Name).Append('=').Append(tag.Attributes[i].Value).Append(']');
            }

            if (tag.Name is "svg" or "math")
                foreign = isEnd ? Math.Max(0, foreign - 1) : tag.IsSelfClosing ? foreign : foreign + 1;
            if (!isEnd && foreign == 0)
                tokenizer.State = StateAfter(tag.Name);
        }

        return text.ToString();
    }

    private static HtmlParseMode StateAfter(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "iframe" or "xmp" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "textarea" or "title" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };
}
