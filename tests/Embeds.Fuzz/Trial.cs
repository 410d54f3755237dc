using System.Text.RegularExpressions;
using System.Text.Unicode;
using Embeds.Quotes;

namespace Embeds.Fuzz;

/// <summary>One article through the whole job, with what must be true of whatever comes out.</summary>
internal sealed partial class Trial(TimeSpan deadline) : IDisposable
{
    // What a platform's reader throws is caught by the library; here it counts as a defect.
    private static readonly string[] Defects = ["reader-failed", "block-invalid"];

    private readonly EmbedArchiver _archiver = new(new EmbedArchiverOptions { Everywhere = true, IncludeCards = true, MinConfidence = 0, ParseDeadline = deadline });

    /// <returns>What is wrong; null when the article gives a result or a typed refusal.</returns>
    public Finding? Of(byte[] article, string? name, bool rewrite)
    {
        try
        {
            var quotes = _archiver.Read(article, fileName: name);
            if (quotes.Issues.FirstOrDefault(i => Defects.Contains(i.Code)) is { } issue)
                return new Finding(Digits().Replace($"{issue.Code}: {issue.Message}", "0").Split((char)10)[0], issue.Message);
            foreach (var block in quotes.Blocks)
            {
                if (block.Verify() != SealCheck.Intact || QuoteBlock.Parse(block.ToUtf8Json()).ToJson() != block.ToJson())
                    return new Finding("block does not survive its JSON", block.ToJson());
            }

            return rewrite && Utf8.IsValid(article) ? OfRewriting(article, name) : null;
        }
        catch (ArticleUnreadableException e)
        {
            return e.Code is "parse-deadline" or "deadline" ? new Finding("deadline passed by a small article", e.Message) : null;
        }
        catch (Exception e)
        {
            return new Finding($"{e.GetType().Name} at {e.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Embeds.", StringComparison.Ordinal))?.Trim().Split(" in ")[0]}", e.ToString());
        }
    }

    public void Dispose() => _archiver.Dispose();

    private Finding? OfRewriting(byte[] article, string? name)
    {
        ReadOnlyMemory<byte> rewritten;
        try
        {
            rewritten = _archiver.Rewrite(article, fileName: name).Bytes;
        }
        catch (ArticleUnreadableException)
        {
            return null;
        }

        return _archiver.Restore(rewritten).Span.SequenceEqual(_archiver.Restore(article).Span) ? null : new Finding("rewriting is not undone by restoring", "");
    }

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
