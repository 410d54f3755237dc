using System.Net;
using System.Text;
using Embeds.Articles;

namespace Embeds.Rewriting;

/// <summary>
/// Our markup as it is set in, with what it replaced: an HTML figure, a quotation in Markdown, or the trace of something that
/// went without a block. <see cref="PlacedBlocks"/> reads it back.
/// </summary>
internal static class BlockMarkup
{
    public const string OriginalAttribute = "data-qb-original";
    public const string LeadAttribute = "data-qb-lead";
    public const string TailAttribute = "data-qb-tail";

    /// <summary>Allowed wherever a script is, and shown nowhere.</summary>
    public const string TraceElement = "template";

    private const string Trace = "<template data-qb=\"trace\"></template>";

    /// <param name="figure">The block as HTML.</param>
    /// <param name="original">What it replaces; null when that is kept elsewhere.</param>
    /// <param name="cut">Where it stands.</param>
    /// <param name="page">In what.</param>
    public static string Figure(string figure, string? original, Cut cut, PageSource page)
    {
        var text = new StringBuilder(figure.Length + (original?.Length ?? 0) + 64);
        var name = figure.IndexOf(' ', StringComparison.Ordinal);
        text.Append(figure, 0, name);
        Attribute(text, OriginalAttribute, original);
        if (original is not null)
        {
            Attribute(text, LeadAttribute, cut.Lead is "" ? null : cut.Lead);
            Attribute(text, TailAttribute, cut.Tail is "" ? null : cut.Tail);
        }

        text.Append(figure, name, figure.Length - name);
        var html = page.IsMarkdown ? ForMarkdown(text.ToString()) : text.ToString();
        return cut.Lead + (page.LineEnd == "\n" ? html : html.Replace("\n", page.LineEnd, StringComparison.Ordinal)) + cut.Tail;
    }

    /// <summary>What is left of something that went without a block: nothing, when its original is kept elsewhere.</summary>
    public static string TraceOf(string? original, PageSource page)
    {
        if (original is null)
            return "";
        var name = Trace.IndexOf(' ', StringComparison.Ordinal);
        var text = new StringBuilder(Trace.Length + original.Length + 32).Append(Trace, 0, name);
        Attribute(text, OriginalAttribute, original);
        text.Append(Trace, name, Trace.Length - name);
        return page.IsMarkdown ? ForMarkdown(text.ToString()) : text.ToString();
    }

    /// <param name="quotation">The block in Markdown.</param>
    /// <param name="key">Its key.</param>
    /// <param name="original">What it replaces; null when that is kept elsewhere.</param>
    /// <param name="cut">Where it stands.</param>
    /// <param name="page">In what.</param>
    public static string Quotation(string quotation, string key, string? original, Cut cut, PageSource page)
    {
        var text = new StringBuilder(quotation.Length + (original?.Length ?? 0) + 128).Append(cut.Lead);
        var below = page.LineEnd + cut.LinePrefix;
        var blank = page.LineEnd + cut.LinePrefix!.TrimEnd();
        text.Append(MarkdownMarks.Open).Append(Uri.EscapeDataString(key)).Append(')').Append(blank);
        foreach (var line in quotation.TrimEnd('\n').Split('\n'))
            text.Append(line.Length == 0 ? blank : below).Append(line);
        text.Append(blank).Append(below).Append(MarkdownMarks.Close);
        if (original is not null)
        {
            Setting(text, "original", original);
            Setting(text, "lead", cut.Lead);
            Setting(text, "tail", cut.Tail);
        }

        return text.Append(')').Append(cut.Tail).ToString();
    }

    private static void Setting(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
            text.Append(' ').Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }

    private static void Attribute(StringBuilder text, string name, string? value)
    {
        if (value is not null)
            text.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(Escape(value)).Replace("\n", "&#10;", StringComparison.Ordinal)).Append('"');
    }

    /// <summary>
    /// Line ends are written so that a change of the page's own does not reach them. HTML allows no reference to CR, so that one
    /// is <c>\r</c>, and a backslash two.
    /// </summary>
    private static string Escape(string value) => value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\r", @"\r", StringComparison.Ordinal);

    /// <summary>The value of one of our attributes.</summary>
    /// <param name="written">As the page has it.</param>
    public static string Read(ReadOnlySpan<char> written)
    {
        var value = WebUtility.HtmlDecode(written.ToString());
        if (!value.Contains('\\', StringComparison.Ordinal))
            return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
            text.Append(value[i] != '\\' || i + 1 == value.Length ? value[i] : value[++i] == 'r' ? '\r' : value[i]);
        return text.ToString();
    }

    /// <summary>A blank line would end the HTML, and two braces begin a shortcode of Hugo or Jekyll whatever is around them.</summary>
    private static string ForMarkdown(string html)
    {
        var text = new StringBuilder(html.Length + 16);
        var first = true;
        foreach (var range in html.AsSpan().Split('\n'))
        {
            var line = html.AsSpan()[range];
            text.Append(first ? "" : line.IsWhiteSpace() ? "&#10;" : "\n").Append(line);
            first = false;
        }

        return text.Replace("{{", "{&#123;").Replace("{%", "{&#37;").ToString();
    }
}
