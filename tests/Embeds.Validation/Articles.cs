using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Embeds.Quotes;
using Embeds.Rendering;
using Embeds.Rewriting;
using Ganss.Xss;
using Markdig;
using SmartReader;

namespace Embeds.Validation;

/// <summary>
/// Sets the blocks of each page of a folder into the page, and passes it through the extractor and the sanitizer of .NET with
/// their defaults. Writes <c>articles.ndjson</c>: a line for each page with what stands in it and what came out.
/// </summary>
internal static class Articles
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
        using (var json = new Utf8JsonWriter(lines, Readable))
        {
            json.WriteStartObject();
            json.WriteString("name", page);
            json.WriteString("before", before);
            json.WriteString("after", after);
            json.WriteStartArray("blocks");
            foreach (QuoteBlock block in HtmlQuoteReader.Read(after).Blocks)
                json.WriteRawValue(block.ToJson());
            json.WriteEndArray();
            foreach ((string name, string html) in (ReadOnlySpan<(string, string)>)[("before", before), ("after", after)])
            {
                json.WriteStartObject(name + "Passed");
                json.WriteString("SmartReader", Extract(html));
                json.WriteString("HtmlSanitizer", new HtmlSanitizer().Sanitize(html));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        lines.WriteByte((byte)'\n');
    }

    private static string Extract(string html)
    {
        using var reader = new Reader("https://news.example/story", html);
        return reader.GetArticle().Content ?? "";
    }
}
