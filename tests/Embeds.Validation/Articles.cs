using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Embeds.Quotes;
using Embeds.Rendering;
using Embeds.Rewriting;
using Ganss.Xss;
using Markdig;
using SmartReader;

namespace Embeds.Validation;

/// <summary>
/// Sets the blocks of each page of a folder into the page, and passes it through the extractor and the sanitizer of .NET with
/// their defaults; the same with a plain blockquote in the place of each block, which tells what is lost whatever the block is
/// like. Writes <c>articles.ndjson</c>: a line for each page with what stands in it and what came out.
/// </summary>
internal static partial class Articles
{
    // It never stands inside HTML.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly MarkdownPipeline Site = new MarkdownPipelineBuilder().UseAdvancedExtensions().UseYamlFrontMatter().Build();

    public static void Write(string folder, string pages)
    {
        Directory.CreateDirectory(folder);
        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { ParseDeadline = TimeSpan.FromMinutes(1) });
        using FileStream lines = File.Create(Path.Combine(folder, "articles.ndjson"));
        foreach (string page in Directory.EnumerateFiles(pages).Order(StringComparer.Ordinal))
        {
            byte[] before = PageOf(page);
            RewrittenArticle after = archiver.Rewrite(before, new RewriteOptions { Originals = OriginalMarkup.Apart }, fileName: page + ".html");
            if (!after.Replacements.IsEmpty)
                WriteLine(lines, Path.GetFileNameWithoutExtension(page), Encoding.UTF8.GetString(before), after);
        }
    }

    // A static site's Markdown becomes a page before any reader sees it.
    private static byte[] PageOf(string path)
    {
        if (!path.EndsWith(".md", StringComparison.Ordinal))
            return File.ReadAllBytes(path);
        string content = Markdown.ToHtml(File.ReadAllText(path), Site);
        return Encoding.UTF8.GetBytes($"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Story</title></head><body><article><h1>Story</h1>\n{content}</article></body></html>\n");
    }

    private static void WriteLine(Stream lines, string page, string before, RewrittenArticle article)
    {
        string after = Encoding.UTF8.GetString(article.Bytes.Span);
        ImmutableArray<QuoteBlock> blocks = HtmlQuoteReader.Read(after).Blocks;
        int number = 0;
        string plain = Figure().Replace(after, _ => Plain(blocks[number++]));
        using (var json = new Utf8JsonWriter(lines, Readable))
        {
            json.WriteStartObject();
            json.WriteString("name", page);
            json.WriteStartArray("blocks");
            foreach (QuoteBlock block in blocks)
                json.WriteRawValue(block.ToJson());
            json.WriteEndArray();
            foreach ((string name, string html) in (ReadOnlySpan<(string, string)>)[("before", before), ("plain", plain), ("after", after)])
            {
                json.WriteString(name, html);
                json.WriteStartObject(name + "Passed");
                json.WriteString("SmartReader", Extract(html));
                json.WriteString("HtmlSanitizer", new HtmlSanitizer().Sanitize(html));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        lines.WriteByte((byte)'\n');
    }

    // What anybody would type: words, author, link, without a class, an id or a date.
    private static string Plain(QuoteBlock block)
    {
        string words = string.Concat(block.Text.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));
        string author = string.Join(' ', new[] { block.Author.Name, block.Author.Handle is { } handle ? "@" + handle : null }.OfType<string>());
        string link = block.Url is { } url ? $" <a href=\"{WebUtility.HtmlEncode(url)}\">post</a>" : "";
        return $"<blockquote>{words}<p>— {WebUtility.HtmlEncode(author)}{link}</p></blockquote>";
    }

    // The renderer writes no figure in a figure, and escapes every angle bracket in an attribute.
    [GeneratedRegex("<figure [^>]*data-qb-json=.*?</figure>", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Figure();

    private static string Extract(string html)
    {
        using var reader = new Reader("https://news.example/story", html);
        return reader.GetArticle().Content ?? "";
    }
}
