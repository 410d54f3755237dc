using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;
using Embeds.Articles;
using Embeds.Rewriting;

namespace Embeds.Tests.Rewriting;

/// <summary>The laws that every rewritten article keeps, whatever it is and however much of it was refused.</summary>
internal static class Rewritten
{
    /// <returns>The article; null when as a whole it may not be touched.</returns>
    public static RewrittenArticle? Check(EmbedArchiver archiver, byte[] original, string name, RewriteOptions? options = null)
    {
        RewrittenArticle rewritten;
        try
        {
            rewritten = archiver.Rewrite(original, options, fileName: name);
        }
        catch (ArticleUnreadableException e) when (e.Code == "not-reversible")
        {
            return null;
        }

        Assert.True(archiver.Restore(rewritten.Bytes, name).Span.SequenceEqual(original), $"{name}: not restored");
        AssertOtherBytesAsTheyWere(original, rewritten, name);
        var again = archiver.Rewrite(rewritten.Bytes, options, fileName: name);
        Assert.True(again.Bytes.Span.SequenceEqual(rewritten.Bytes.Span), $"{name}: changed by a second run");
        var left = archiver.ReadAll(rewritten.Bytes, fileName: name).SelectMany(a => a.Blocks).Select(b => b.Key);
        Assert.Empty(left.Except(rewritten.Refusals.Select(r => r.Key)));
        AssertApart(archiver, original, rewritten, name, options ?? new RewriteOptions());
        return rewritten;
    }

    public static int ParseErrors(string html)
    {
        var errors = 0;
        var parser = new HtmlParser();
        parser.Error += (_, e) => errors += e is HtmlErrorEvent ? 1 : 0;
        using var document = parser.ParseDocument(html);
        return errors;
    }

    public static string Decode(ReadOnlySpan<byte> bytes) => TextDecoding.Decode(bytes, null);

    private static void AssertApart(EmbedArchiver archiver, byte[] original, RewrittenArticle embedded, string name, RewriteOptions options)
    {
        var apart = archiver.Rewrite(original, options with { Originals = OriginalMarkup.Apart }, fileName: name);
        Assert.Equal(embedded.Replacements.Select(r => (r.Key, r.Start, r.End)), apart.Replacements.Select(r => (r.Key, r.Start, r.End)));
        if (!apart.Replacements.IsEmpty)
            Assert.True(EmbedArchiver.Restore(apart.Bytes, apart.Originals).Span.SequenceEqual(original), $"{name}: not restored from the file beside it");
    }

    private static void AssertOtherBytesAsTheyWere(byte[] original, RewrittenArticle rewritten, string name)
    {
        int from = 0, to = 0;
        foreach (var replacement in rewritten.Replacements)
        {
            Assert.True(original.AsSpan(from..replacement.Start).SequenceEqual(rewritten.Bytes.Span[to..replacement.NewStart]), name);
            (from, to) = (replacement.End, replacement.NewEnd);
        }

        Assert.True(original.AsSpan(from..).SequenceEqual(rewritten.Bytes.Span[to..]), name);
    }
}
