using System.Text;

namespace Embeds.Fuzz;

/// <summary>
/// Articles that are made to exhaust a reader, each up to 10 MB: what nests, repeats, hides or promises without end. Every one
/// of them is to end within the deadline, with a result or a typed refusal.
/// </summary>
internal static class HostileTable
{
    private const string Tweet = "<blockquote class=\"twitter-tweet\"><p lang=en>Lamp {0} is lit.</p>&mdash; Ada (@ada_example) <a href=\"https://twitter.com/ada_example/status/93144850000{0:0000000}\">November 17, 2017</a></blockquote>\n";

    private static readonly Dictionary<string, Func<int, string>> Makers = new(StringComparer.Ordinal)
    {
        ["formatting elements reopened"] = size => Numbered("<p><font size={0}>x", size),
        ["formatting elements reopened, few"] = size => Numbered("<p><font size={0}>x", Math.Min(size, 80_000)),
        ["nested div"] = size => Repeat("<div>", size),
        ["nested div around a tweet"] = size => Repeat("<div>", size - 300) + Numbered(Tweet, 1),
        ["nested blockquote with a class"] = size => Repeat("<blockquote class=twitter-tweet>", size),
        ["nested b and p"] = size => Repeat("<b><p>", size),
        ["nested tables"] = size => Repeat("<table><tr><td>", size),
        ["nested tables without cells"] = size => Repeat("<table>x", size),
        ["nested svg"] = size => Repeat("<svg><g>", size),
        ["nested mathml"] = size => Repeat("<math><mi>", size),
        ["nested templates"] = size => Repeat("<template>", size),
        ["nested links"] = size => Repeat("<a href=https://twitter.com/a/status/20>", size),
        ["nested lists of links"] = size => Repeat("<div><a href=/a>x</a><a href=/b>y</a><a href=/c>z</a>", size),
        ["nested lists of links around a post"] = size => Repeat("<div><a href=/a>x</a><a href=/b>y</a><a href=/c>z</a>", size - 60) + "<a href=https://twitter.com/a/status/20>x</a>",
        ["lists of links in each other's ends"] = size => Repeat("<div>", 2_500) + Repeat("<div><a href=/a>x</a><a href=/b>y</a><a href=/c>z</a></div>", size - 2_500),
        ["links in many open elements"] = size => Repeat("<div>", 2_500) + Repeat("<a href=/a>x", size - 2_500),
        ["buttons with drawings"] = size => Repeat("<div>", 2_000) + Repeat("<button><svg></svg>", size - 2_000),
        ["nested lists"] = size => Repeat("<ul><li>", size),
        ["nested unknown elements"] = size => Repeat("<x-post id=1>", size),
        ["nested buttons and forms"] = size => Repeat("<button><form>", size),
        ["paragraphs"] = size => Repeat("<p>x", size),
        ["line breaks"] = size => Repeat("<br>", size),
        ["empty spans"] = size => Repeat("<span></span>", size),
        ["end tags without beginnings"] = size => Repeat("</div></p></b>", size),
        ["attributes without end"] = size => "<div " + Numbered("a{0}=b ", size - 20) + ">x</div>",
        ["one attribute many times"] = size => "<div " + Repeat("class=twitter-tweet ", size - 20) + ">x</div>",
        ["one class attribute with a million classes"] = size => "<div class=\"" + Numbered("twitter-tweet{0} ", size - 30) + "\">x</div>",
        ["an attribute of ten megabytes"] = size => "<div data-html=\"" + Repeat("x", size - 30) + "\">x</div>",
        ["an attribute that never ends"] = size => "<div data-html=\"" + Repeat("<p>x ", size - 30),
        ["less-than signs"] = size => Repeat("<", size),
        ["beginnings of comments"] = size => Repeat("<!-", size),
        ["a comment that never ends"] = size => "<!--" + Repeat("- ", size - 4),
        ["a script that never ends"] = size => "<script>" + Repeat("<!--<script>", size - 8),
        ["a title that never ends"] = size => "<title>" + Repeat("x <p>", size - 8),
        ["entities"] = size => Repeat("&amp;&#x1F600;&notanentity", size),
        ["metas"] = size => Numbered("<meta property=og:url content=https://news.example/{0}>", size),
        ["canonical links"] = size => Numbered("<link rel=canonical href=https://news.example/{0}>", size),
        ["tweets"] = size => "<article>" + Numbered(Tweet, size - 10),
        ["tweets, one id"] = size => "<article>" + Repeat(Numbered(Tweet, 1), size - 10),
        ["tweets in paragraphs in one div"] = size => "<div>" + Numbered("<p>" + Tweet + "</p>", size - 10),
        ["tweets that nest"] = size => Repeat("<blockquote class=twitter-tweet><a href=https://twitter.com/a/status/20>x</a>", size),
        ["player frames"] = size => Numbered("<iframe src=\"https://www.youtube.com/embed/abc{0:00000000}\"></iframe>", size),
        ["players that differ in everything"] = size => Numbered("<div id=a{0}><iframe title=\"t {0}\" src=\"https://player.vimeo.com/video/1{0:0000000}\"></iframe></div>", size),
        ["bare links, each alone on its line"] = size => Numbered("<p><a href=https://twitter.com/a/status/93144850000{0:0000000}>https://twitter.com/a/status/93144850000{0:0000000}</a></p>", size),
        ["links in one paragraph"] = size => "<p>" + Numbered("<a href=https://twitter.com/a/status/93144850000{0:0000000}>so</a> ", size - 3),
        ["markup in attributes"] = size => Numbered("<div data-html=\"&lt;blockquote class=twitter-tweet>&lt;a href=https://twitter.com/a/status/9314485000{0:0000000}>x&lt;/a>\"></div>", size),
        ["documents in frames"] = size => Numbered("<iframe srcdoc=\"&lt;p>x&lt;iframe srcdoc='&amp;lt;p>{0}'>\"></iframe>", size),
        ["noscript twins"] = size => Numbered("<noscript><iframe src=https://www.youtube.com/embed/abc{0:00000000}></iframe></noscript>", size),
        ["templates with embeds"] = size => Numbered("<template>" + Tweet + "</template>", size),
        ["textareas with embeds"] = size => Numbered("<textarea>" + Tweet + "</textarea>", size),
        ["arrays in data that nest"] = size => "<script type=application/json>" + Repeat("[", size - 40),
        ["objects in data that nest"] = size => "<script>window.x=" + Repeat("{\"html\":", size - 40),
        ["objects in data"] = size => "<script type=application/json>[" + Numbered("{{\"id\":{0},\"url\":\"/a\"}},", size - 40) + "]</script>",
        ["addresses in data"] = size => "<title>a</title><script type=application/json>[" + Numbered("{{\"type\":\"embed\",\"url\":\"https://twitter.com/a/status/93144850000{0:0000000}\"}},", size - 60) + "]</script>",
        ["markup in data"] = size => "<title>a</title><script type=application/json>[" + Numbered("{{\"html\":\"<blockquote class='twitter-tweet'><a href='https://twitter.com/a/status/9314485000{0:0000000}'>x</a></blockquote>\"}},", size - 60) + "]</script>",
        ["one string of markup in data"] = size => "<title>a</title><script type=application/json>{\"title\":\"a\",\"html\":\"<iframe>" + Repeat("<p>x", size - 120) + "\"}</script>",
        ["backslashes in data"] = size => "<script type=application/json>{\"html\":\"" + Repeat("\\\\", size - 60) + "\"}</script>",
        ["quotes in data"] = size => "<script>" + Repeat("\"'`", size - 20) + "</script>",
        ["data in strings in data"] = size => "<script>x={\"a\":\"{\\\"a\\\":" + Repeat("\\\"{:,", size - 60) + "\"}</script>",
        ["scripts"] = size => Numbered("<script>var embed{0}=\"https://twitter.com/a/status/2{0}\";</script>", size),
        ["flight data"] = size => Numbered("<script>self.__next_f.push([1,\"{0}:[\\\"$\\\",\\\"p\\\",null,{{\\\"html\\\":\\\"$2\\\"}}]\\n\"])</script>", size),
        ["signed lines"] = size => Repeat("<p>So it is.</p><p>— Ada Example (@ada_example) November 17, 2017</p>", size),
        ["near-cues: tweeted"] = size => Repeat("<p>She tweeted “", size),
        ["near-cues: inline"] = size => "<p>" + Repeat("Ada tweeted: “I do” and ", size - 3),
        ["near-cues: handles"] = size => "<p>" + Repeat("(@ada ", size - 3),
        ["near-cues: dashes"] = size => "<p>" + Repeat("— A (@b) ", size - 3),
        ["near-cues: widget lines"] = size => Repeat("<p>A post shared by A (@b)</p>", size),
        ["near-cues: headings"] = size => Repeat("<h2>Reactions</h2><p>I like it a lot!</p>", size),
        ["near-cues: quotation marks"] = size => "<p>" + Repeat("“", size / 3),
        ["near-cues: many languages"] = size => Repeat("<p>ツイッターで「あ」 в Твиттере: «а» escribió en Twitter: «a»", size / 2),
        ["numbers"] = size => "<p>" + Repeat("17 ", size - 3),
        ["text in one line"] = size => Repeat("tweeted ", size),
        ["text: signed lines"] = size => Repeat("So it is.\n\n— Ada Example (@ada_example) November 17, 2017\n\n", size),
        ["text: codes"] = size => "<p>" + Repeat("[tweet 20] ", size - 3),
        ["text: codes that never end"] = size => "<p>" + Repeat("[embed]", size - 3),
        ["text: addresses"] = size => "<p>" + Repeat("https://twitter.com/a/status/20 ", size - 3),
        ["one word"] = size => "<p>" + Repeat("x", size - 3),
        ["blanks"] = size => "<p>x" + Repeat(" ", size - 10) + "x",
        ["zero bytes"] = size => "<p>" + Repeat("\0", size - 3),
        ["combining marks"] = size => "<p>a" + Repeat("\u0301", size / 2),
        ["joined emoji"] = size => "<p>" + Repeat("👩‍", size / 4),
        ["duplicate ids"] = size => Repeat("<p id=a>x</p>", size),
        ["a frameset"] = size => "<frameset>" + Repeat("<frame src=https://twitter.com/a/status/20>", size - 10),
        ["plain text element"] = size => "<plaintext>" + Repeat("<p>tweeted “", size - 11),
        ["selects in tables"] = size => Repeat("<table><select><option>x", size),
        ["a saved page with parts"] = size => "From: <Saved>\nContent-Type: multipart/related; boundary=\"b\"\n\n" + Repeat("--b\nContent-Type: text/html\n\n<p>x\n", size - 100),
        ["a saved page in quoted-printable"] = size => "From: <Saved>\nContent-Type: multipart/related; boundary=\"b\"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n" + Repeat("=3C=\n", size - 200),
        ["a saved page whose frames hold each other"] = size => "From: <Saved>\nContent-Type: multipart/related; boundary=\"b\"\n\n" + Repeat("--b\nContent-Type: text/html\nContent-ID: <a>\n\n<iframe src=\"cid:a\"></iframe><iframe src=\"cid:a\"></iframe>\n", size - 200),
    };

    private static readonly Dictionary<string, Func<int, string>> Markdown = new(StringComparer.Ordinal)
    {
        ["markdown: fences"] = size => Repeat("```\n", size),
        ["markdown: quotations that nest"] = size => Repeat("> ", size),
        ["markdown: quotations"] = size => Repeat("> So it is.\n>\n> — Ada (@ada_example) November 17, 2017\n\n", size),
        ["markdown: brackets"] = size => Repeat("[", size),
        ["markdown: brackets and parentheses"] = size => Repeat("](", size),
        ["markdown: backticks"] = size => Repeat("`", size) + "``",
        ["markdown: backticks that differ"] = size => string.Concat(Enumerable.Range(1, 4000).Select(i => new string('`', i % 1000) + " x"))[..Math.Min(size, 1_900_000)],
        ["markdown: templates"] = size => Repeat("{{< tweet ", size),
        ["markdown: lines of addresses"] = size => Numbered("https://twitter.com/a/status/93144850000{0:0000000}\n\n", size),
    };

    public static IEnumerable<string> Names => Makers.Keys.Concat(Markdown.Keys);

    /// <summary>An article of the table.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="size">Its bytes, about.</param>
    public static (byte[] Article, string? FileName) Make(string name, int size) =>
        Makers.TryGetValue(name, out var make) ? (Encoding.UTF8.GetBytes(make(size)), null) : (Encoding.UTF8.GetBytes(Markdown[name](size)), "article.md");

    private static string Repeat(string piece, int size) => new StringBuilder(size + piece.Length).Insert(0, piece, Math.Max(1, size / piece.Length)).ToString();

    private static string Numbered(string form, int size)
    {
        var format = CompositeFormat.Parse(form);
        var text = new StringBuilder(size + 200);
        for (var i = 0; text.Length < size; i++)
            text.AppendFormat(null, format, i);
        return text.ToString();
    }
}
