using System.Net;
using System.Text;

namespace Embeds.Detection.Carriers;

/// <summary>
/// A quotation in Markdown, as HTML: <c>&gt; The words</c>, below them <c>&gt; — Name (@handle) [date](permalink)</c>.
/// </summary>
internal static class MarkdownQuote
{
    private const int MaxLines = 200;
    private const int MaxQuotes = 1_000;

    // Our own quotes in Markdown begin so; they need no second reading.
    private const string OwnMark = "[!quote]";

    /// <summary>The quotations in a text, each as an HTML blockquote with links and paragraphs, and where it stands.</summary>
    public static List<(string Html, int Start, int End)> In(string text)
    {
        List<(string, int, int)> quotes = [];
        List<string> lines = [];
        var (start, end) = (0, 0);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].TrimStart();
            if (line is not ['>', ..] || lines.Count >= MaxLines)
            {
                Flush();
                continue;
            }

            if (lines.Count == 0)
                start = range.Start.GetOffset(text.Length);
            end = range.End.GetOffset(text.Length);
            lines.Add(line[1..].TrimStart().ToString());
        }

        Flush();
        return quotes;

        void Flush()
        {
            if (lines.Count > 0 && quotes.Count < MaxQuotes && !lines[0].Contains(OwnMark, StringComparison.OrdinalIgnoreCase) && lines.Exists(l => l.Contains("](", StringComparison.Ordinal)))
                quotes.Add((ToHtml(lines), start, end));
            lines.Clear();
        }
    }

    private static string ToHtml(List<string> lines)
    {
        var html = new StringBuilder("<blockquote><p>");
        var isInner = false;
        foreach (var written in lines)
        {
            // One quotation in another is what a post quotes; deeper ones are part of it.
            var line = written.TrimStart('>', ' ');
            if (isInner != written.StartsWith('>'))
                html.Append(isInner ? "</p></blockquote><p>" : "</p><blockquote><p>");
            isInner = written.StartsWith('>');
            // The source stands on a line of its own even where Markdown would join it to the words.
            if (string.IsNullOrWhiteSpace(line) || line[0] is '—' or '–' or '-' && line.Contains("](", StringComparison.Ordinal))
                html.Append("</p><p>");
            AppendLine(html, line.TrimEnd('\r')).Append(line.EndsWith("  ", StringComparison.Ordinal) || line.EndsWith('\\') ? "<br>" : "\n");
        }

        return html.Append(isInner ? "</p></blockquote></blockquote>" : "</p></blockquote>").ToString();
    }

    private static StringBuilder AppendLine(StringBuilder html, ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(" \\");
        while (line.IndexOf("](") is var middle and >= 0)
        {
            var open = line[..middle].LastIndexOf('[');
            var close = line[middle..].IndexOf(')');
            if (open < 0 || close < 0)
                break;
            var address = line[(middle + 2)..(middle + close)].Trim();
            // A title may follow the address.
            var end = address.IndexOf(' ');
            html.Append(Text(line[..open])).Append("<a href=\"").Append(Text(end < 0 ? address : address[..end])).Append("\">").Append(Text(line[(open + 1)..middle])).Append("</a>");
            line = line[(middle + close + 1)..];
        }

        return html.Append(Text(line));
    }

    private static string Text(ReadOnlySpan<char> text) => WebUtility.HtmlEncode(text.ToString());
}
