using System.Collections.Immutable;
using Embeds.Articles;
using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>A post's address alone on its line, other than in a sample of code, and addresses that stand in what is left of an embed.</summary>
internal static class BareLinkForm
{
    private const int LongestAddress = 300;

    public static void Find(Reading reading)
    {
        bool inCode = false;
        for (int line = 0; line < reading.Lines.Length; line++)
        {
            if (reading.Of(line).StartsWith("```", StringComparison.Ordinal))
                inCode = !inCode;
            if (inCode || reading.IsTaken(line) || AddressOf(reading, line) is not { } address || reading.Permalink(address) is not { } facts)
                continue;
            if (OwnerOf(reading, line, facts) is { } owner)
                Give(owner, address, facts, reading.Lines[line].Span);
            else
                Add(reading, line, address, facts);
        }

        foreach (Finding finding in reading.Findings)
            FindInside(reading, finding);
    }

    private static string? AddressOf(Reading reading, int line)
    {
        TextSpan span = reading.Lines[line].Span;
        ReadOnlySpan<char> words = span.Of(reading.Text).Trim("<>[]()");
        if (words.StartsWith("http", StringComparison.Ordinal) && words.Length <= LongestAddress && !words.ContainsAny(' ', '\t'))
            return words.ToString();
        foreach (TextLink link in LinksOf(reading, reading.Lines[line].Block))
            if (link.Start <= span.Start && link.End >= span.End)
                return link.Target;
        return null;
    }

    /// <summary>Content systems print the address above or below the embed that they make of it.</summary>
    private static Finding? OwnerOf(Reading reading, int line, PermalinkFacts facts)
    {
        foreach (int beside in (ReadOnlySpan<int>)[line + 1, line - 1])
            if (beside >= 0 && beside < reading.Lines.Length && reading.TakenBy(beside) is { Permalink: null, AuthorHandle: { } handle } finding
                && string.Equals(handle, facts.Handle, StringComparison.OrdinalIgnoreCase)
                && (finding.Platform is null || string.Equals(finding.Platform, facts.Platform, StringComparison.Ordinal)))
                return finding;
        return null;
    }

    private static void Add(Reading reading, int line, string address, PermalinkFacts facts)
    {
        TextSpan span = reading.Lines[line].Span;
        var finding = new Finding(Rule.BareLink, span, new TextSpan(span.End, span.End))
        {
            Completeness = TextCompleteness.Absent,
            AuthorHandle = facts.Handle,
            AuthorConfidence = 75,
            Permalink = address,
            NativeId = facts.NativeId,
        };
        finding.SetPlatform(facts.Platform, 99);
        finding.Add(Rule.BareLink, span);
        reading.Take(finding, line, line + 1);
    }

    private static void Give(Finding finding, string address, PermalinkFacts facts, TextSpan span)
    {
        finding.Permalink = address;
        finding.NativeId = facts.NativeId;
        finding.SetPlatform(facts.Platform, 99);
        finding.Add(Rule.Permalink, span);
    }

    /// <summary>The address behind a signature's date, in Markdown or in the page's own link.</summary>
    private static void FindInside(Reading reading, Finding finding)
    {
        if (finding.NativeId is not null)
            return;
        if (finding.Permalink is { } address)
        {
            if (reading.Permalink(address) is { } facts)
                Give(finding, address, facts, finding.Whole);
            else
                finding.Permalink = null;
            return;
        }

        int block = reading.BlockAt(finding.Whole.End - 1);
        foreach (TextLink link in LinksOf(reading, block))
        {
            var span = new TextSpan(link.Start, link.End);
            bool isOutside = !finding.Words.IsEmpty && finding.Whole.Contains(span) && !finding.Words.Overlaps(span);
            if (isOutside && reading.Permalink(link.Target) is { } facts)
                Give(finding, link.Target, facts, span);
        }
    }

    private static ImmutableArray<TextLink> LinksOf(Reading reading, int block)
    {
        ImmutableArray<TextLink> links = reading.Article.Blocks[block].Links;
        return links.IsDefault ? [] : links;
    }
}
