using System.Reflection;
using System.Text;
using Embeds.Platforms;

namespace Embeds.Fuzz;

/// <summary>What hostile articles are made of: the signs that the platforms themselves name, and the pages of the fixtures.</summary>
internal sealed class Vocabulary
{
    private static readonly string[] Usual =
    [
        "p", "div", "span", "a", "b", "i", "font", "blockquote", "iframe", "section", "article", "aside", "figure", "ul", "li", "table", "tr", "td", "template", "noscript", "textarea",
        "select", "option", "svg", "math", "mi", "foreignobject", "title", "style", "form", "button", "object", "embed", "video", "pre", "code", "br", "hr", "img", "input", "frameset", "plaintext", "x-y", "time", "cite", "footer",
    ];

    private static readonly string[] UsualAttributes =
    [
        "id", "class", "href", "src", "data-src", "data-url", "data-html", "data-embed", "srcdoc", "title", "lang", "dir", "style", "datetime", "cite", "data-id", "data-qb", "data-qb-key", "type", "name", "data-lazy-src", "a<b", "\"", "=",
    ];

    private static readonly string[] Bait =
    [
        "Tweet: ", "tweeted: “", "tweeted, “I do not know”", "— Ada Example (@ada_example) November 17, 2017", "&mdash; A (@b) <a href=", "View this post on Instagram", "A post shared by A (@b) on May 1, 2020 at 8:44am PDT",
        "Twitter / @a: ", "@ada_example", "(@", "#tag", "♬ original sound - ada", "8:44 AM · Mar 15, 2023", "wrote on Facebook:", "escribió en Twitter: «", "ツイッターで「", "в своём Telegram-канале: «", "posted on Bluesky", "Reactions\n\n",
        "“", "”", "\"", "'", "«", "»", "「", "<", ">", "&", "&#", "&#x110000;", "&lt;blockquote&gt;", "\0", "\uFEFF", "\uFFFD", "\u202E", "\u0301\u0301\u0301", "😀", "👩‍👩‍👧‍👦", "\r\n\r\n", "\n\n", "\t", "   ", "\u00A0", "0", "-1", "99999999999999999999",
        "1e999", "2017-13-45T99:99:99Z", "[tweet ", "[embed]", "[/embed]", "{{< tweet ", ">}}", "{% twitter ", "%}", "```\n", "> quote\n", "---\n", "![x](", "](http", "<![CDATA[", "]]>", "<!", "<?xml ", "</", "/>", "<script>", "</script>", "<!--", "-->", "<!--<script>",
        "<template><noscript>", "srcdoc=\"&lt;", "javascript:", "data:text/html,", "http://[::1", "https://", "//", "%", "%00", "%E0%A4%A", "a.b.c.d", "ada lovelace wrote the first program", "In that summer nobody spoke of it", ".", ",",
        "From: <Saved by Blink>\nContent-Type: multipart/related; boundary=\"x\"\n\n--x\nContent-Type: text/html\n\n", "--x\n", "<rss><channel><item><description>", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[",
    ];

    public Vocabulary()
    {
        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { IncludeCards = true });
        var marks = archiver.Platforms.SelectMany(p => p.Marks).ToLookup(m => m.Kind, m => m.Name);
        Classes = [.. marks[EmbedMarkKind.Class], .. marks[EmbedMarkKind.IdPrefix], "lazy", "embed", "consent", "wp-block-embed", "sidebar", "comment"];
        Elements = [.. Usual, .. Usual, .. marks[EmbedMarkKind.Element]];
        Attributes = [.. UsualAttributes, .. UsualAttributes, .. marks[EmbedMarkKind.Attribute]];
        Addresses = [.. FixtureAddresses(), .. archiver.Platforms.SelectMany(p => p.Domains).Select(d => $"https://{d}/")];
        Pages = [.. Files("*.html", "*.md", "*.mhtml", "*.xml").Select(File.ReadAllBytes)];
        Pieces = [.. Bait, .. Files("*.txt").Where(f => f.Contains("recovery", StringComparison.Ordinal)).SelectMany(f => File.ReadAllText(f, Encoding.UTF8).Split('\n')).Where(line => line.Length is > 0 and < 300)];
    }

    public IReadOnlyList<string> Elements { get; }

    public IReadOnlyList<string> Attributes { get; }

    public IReadOnlyList<string> Classes { get; }

    public IReadOnlyList<string> Addresses { get; }

    /// <summary>Cues, half-written marks and odd characters.</summary>
    public IReadOnlyList<string> Pieces { get; }

    public IReadOnlyList<byte[]> Pages { get; }

    private static IEnumerable<string> FixtureAddresses() =>
        Files("*.txt").Where(f => f.Contains("links", StringComparison.Ordinal)).SelectMany(f => File.ReadAllText(f, Encoding.UTF8).Split('\n'))
            .Select(line => line.TrimStart('!', ' ').Split('\t')[0].Trim()).Where(line => line.Contains("//", StringComparison.Ordinal));

    private static IEnumerable<string> Files(params string[] patterns) =>
        patterns.SelectMany(pattern => Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories)).Order(StringComparer.Ordinal);

    private static string Folder => typeof(Vocabulary).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Fixtures").Value!; // written in the project file
}
