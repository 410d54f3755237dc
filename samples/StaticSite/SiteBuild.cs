using Embeds;
using Embeds.Rendering;
using Embeds.Rewriting;

namespace StaticSite;

/// <summary>
/// One step of a site's build: every article of a folder (HTML, Markdown, feeds) goes to another folder with a quote block in
/// the place of each embed; all other files go as they are. It makes no request.
/// </summary>
/// <param name="flavor">For which generator the Markdown is.</param>
public sealed class SiteBuild(MarkdownFlavor flavor)
{
    private static readonly string[] Articles = [".html", ".htm", ".md", ".markdown", ".xml", ".json"];

    /// <summary>Builds the folder anew.</summary>
    /// <param name="source">The site's content.</param>
    /// <param name="target">Where it goes; another folder, made if it is not there.</param>
    /// <param name="report">Takes one line for each embed that was left as it is, and each article that could not be read.</param>
    /// <returns>How many blocks were set in.</returns>
    public int Run(string source, string target, TextWriter report)
    {
        using var archiver = new EmbedArchiver();
        var options = new RewriteOptions { RemoveLoaders = true, Markdown = new MarkdownQuoteOptions { Flavor = flavor } };
        var blocks = 0;
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(source, file);
            var result = Path.Join(target, name);
            Directory.CreateDirectory(Path.GetDirectoryName(result)!); // a file lies in a folder
            if (!Articles.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            {
                File.Copy(file, result, overwrite: true);
                continue;
            }

            var bytes = File.ReadAllBytes(file);
            try
            {
                var article = archiver.Rewrite(bytes, options, fileName: name);
                blocks += article.Replacements.Count(r => r.Key is not null);
                foreach (var refusal in article.Refusals)
                    report.WriteLine($"{name}: {refusal.Key} stays an embed. {refusal.Message}");
                File.WriteAllBytes(result, article.Bytes.Span);
            }
            catch (ArticleUnreadableException e)
            {
                // One odd page must not stop the site.
                report.WriteLine($"{name}: copied as it is. {e.Message}");
                File.WriteAllBytes(result, bytes);
            }
        }

        return blocks;
    }
}
