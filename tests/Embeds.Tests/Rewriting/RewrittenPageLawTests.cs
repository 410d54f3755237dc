using System.Text;
using CsCheck;
using Embeds.Articles;

namespace Embeds.Tests.Rewriting;

/// <summary>Pages made at random: embeds in every place where editors and CMSs put them, in old and new encodings.</summary>
public sealed class RewrittenPageLawTests : IDisposable
{
    private static readonly Gen<string> Id = Gen.Long[930_000_000_000_000_000, 1_700_000_000_000_000_000].Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static readonly Gen<string> Embed = Gen.OneOf(
        Id.Select(id => $"<blockquote class=\"twitter-tweet\"><p lang=\"en\">Lamps &amp; more @W@</p>&mdash; Ada (@ada_example) <a href=\"https://twitter.com/ada_example/status/{id}\">November 17, 2017</a></blockquote>"),
        Id.Select(id => $"<BLOCKQUOTE class='twitter-tweet'@N@ data-x='</blockquote>'><p>@W@<br>two</p><!-- </blockquote> --><a href=https://twitter.com/ada_example/status/{id}>May 1, 2018</a></BLOCKQUOTE>"),
        Id.Select(id => $"<iframe width=560 src=\"https://www.youtube.com/embed/abc{id[^8..]}\"></iframe>"),
        Id.Select(id => $"<iframe src=\"https://social.example/@ada/{id}/embed\" class=\"mastodon-embed\"></iframe>"),
        Id.Select(id => $"<amp-twitter data-tweetid=\"{id}\" layout=\"responsive\" width=1 height=1></amp-twitter>"));

    private static readonly Gen<string> Loader = OneOf("", "", "<script async src=\"https://platform.twitter.com/widgets.js\" charset=\"utf-8\"></script>", "@N@<script src=//platform.twitter.com/widgets.js></script>@N@");

    private static readonly Gen<string> Place = OneOf(
        "@E@", "<div>@E@</div>", "<div class=\"embed-wrap\">@E@</div>", "<p>@E@</p>", "<p class=x>@W@: @E@ @W@.</p>", "<p>@W@ <em>so @E@</em> @W@</p>", "<p><strong>@E@</strong>@N@",
        "<figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">@N@@E@@N@</div></figure>", "<figure>@E@<figcaption>@W@</figcaption></figure>",
        "<figure>@E@<figcaption>Via @ada_example</figcaption></figure>", "<table><tr><td>@W@<td>@E@</table>", "<table><tbody><tr><td>@E@</td></tr></tbody></table>", "<table>@E@</table>",
        "<ul><li>@W@<li>@E@</ul>", "<ol><li>@E@</li></ol>", "<h2>@W@ @E@</h2>", "<noscript>@E@</noscript>", "<template>@E@</template>", "<a href=\"/x\">@E@</a>", "<center>@E@</center>",
        "<span>@E@</span>", "<section><article><div><div class=media>@E@</div></div></article></section>", "<blockquote><p>@W@</p>@E@</blockquote>", "<details><summary>@W@</summary>@E@</details>",
        "<div>@E@", "<p>@W@<div>@E@</p></div>", "<dl><dt>@W@<dd>@E@</dl>", "<p>@W@ [embed]https://twitter.com/ada_example/status/931448500000000001[/embed] @W@</p>",
        "<p>{{&lt; tweet user=\"ada_example\" id=\"931448500000000002\" &gt;}}</p>", "<p>https://twitter.com/ada_example/status/931448500000000003</p>", "<b>[embed]https://youtu.be/abcDEF12345[/embed]</b>",
        "<!-- @E@ -->", "<pre>@E@</pre>", "<textarea>@E@</textarea>", "<script>var x = '<blockquote>';</script>", "<p>@W@</p>", "@W@ &lt;blockquote&gt; <br>@N@", "<div class=\"lazy\" data-embed=\"&lt;iframe src=&quot;https://www.youtube.com/embed/lazyABC1234&quot;&gt;&lt;/iframe&gt;\"></div>");

    private static readonly Gen<(string Charset, string Words, string Head)> Writing = OneOf(
        ("utf-8", "Größe 😀 日本", ""), ("utf-8-bom", "Größe 😀 日本", ""), ("utf-8", "words", "<!doctype html><meta charset=utf-8>"), ("utf-16", "Größe 😀 日本", ""), ("utf-16be", "Größe 😀", "<!doctype html>"),
        ("windows-1251", "Слова", "<meta charset=windows-1251>"), ("koi8-r", "Слова", "<meta charset=koi8-r>"), ("shift_jis", "日本語ソ表", "<meta charset=Shift_JIS>"),
        ("gb18030", "汉字 😀", "<meta charset=gb18030>"), ("euc-kr", "한글", "<meta charset=euc-kr>"), ("windows-1252", "Größe – “so”", "<meta charset=iso-8859-1>"), ("big5", "漢字功", "<meta charset=big5>"));

    private static readonly Gen<byte[]> Page =
        from parts in Gen.Select(Place, Embed, Loader, (place, embed, loader) => place.Replace("@E@", embed + loader, StringComparison.Ordinal)).List[0, 8]
        from writing in Writing
        from ends in OneOf("\n", "\r\n", "\r").Array[1, 4]
        select Encode(string.Concat(parts.Prepend(writing.Head)), writing.Charset, writing.Words, ends);

    private readonly EmbedArchiver _archiver = new(new EmbedArchiverOptions { Recover = false, ParseDeadline = TimeSpan.FromMinutes(1) });

    public void Dispose() => _archiver.Dispose();

    [Fact]
    public void Page_comes_back_whole_is_changed_once_and_only_where_its_embeds_are() =>
        Page.Sample(page => { Rewritten.Check(_archiver, page, "page.html"); }, iter: 1_000, print: p => Rewritten.Decode(p), threads: 1);

    [Fact]
    public void Page_parses_no_worse_than_before() =>
        Page.Sample(
            page =>
            {
                var rewritten = Rewritten.Check(_archiver, page, "page.html", new Embeds.Rewriting.RewriteOptions { RemoveLoaders = true });
                Assert.True(rewritten is null || Rewritten.ParseErrors(Rewritten.Decode(rewritten.Bytes.Span)) <= Rewritten.ParseErrors(Rewritten.Decode(page)));
            },
            iter: 500,
            print: p => Rewritten.Decode(p),
            threads: 1);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static byte[] Encode(string page, string charset, string words, string[] lineEnds)
    {
        var next = 0;
        var text = new StringBuilder();
        foreach (var part in page.Replace("@W@", words, StringComparison.Ordinal).Split("@N@"))
            text.Append(text.Length == 0 ? "" : lineEnds[next++ % lineEnds.Length]).Append(part);
        var encoding = charset switch
        {
            "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            "utf-8-bom" => Encoding.UTF8,
            "utf-16" => Encoding.Unicode,
            "utf-16be" => Encoding.BigEndianUnicode,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(charset)!,
        };
        return [.. encoding.Preamble, .. encoding.GetBytes(text.Append(lineEnds[0]).ToString())];
    }
}
