using System.Collections.Immutable;
using Embeds.Articles;

namespace Embeds.Rewriting;

/// <summary>Finds our own markup in a page, with what it replaced.</summary>
internal static class PlacedBlocks
{
    /// <summary>The spans that were set in, each with the markup that stood there before; those that kept nothing are left out.</summary>
    /// <param name="page">The page.</param>
    public static ImmutableArray<(int Start, int End, string Original)> In(PageSource page)
    {
        var places = ImmutableArray.CreateBuilder<(int Start, int End, string Original)>();
        if (page.IsMarkdown)
            AddQuotations(page.Text, places);
        if (page.Markup.Contains(BlockMarkup.OriginalAttribute, StringComparison.Ordinal))
            AddElements(page, places);
        places.Sort((a, b) => a.Start.CompareTo(b.Start));
        return places.ToImmutable();
    }

    private static void AddElements(PageSource page, ImmutableArray<(int Start, int End, string Original)>.Builder places)
    {
        var html = page.Markup;
        var done = 0;
        var reader = new TagReader(html);
        while (reader.Read())
        {
            if (reader.IsEndTag || reader.Start < done || !reader.Is("figure") && !reader.Is(BlockMarkup.TraceElement) || Attribute(page.Text, reader.Start, BlockMarkup.OriginalAttribute) is not { } original)
                continue;
            if (ElementSpan.EndOf(html, reader.Start) is not { } end)
                continue;
            var lead = Attribute(page.Text, reader.Start, BlockMarkup.LeadAttribute);
            var tail = Attribute(page.Text, reader.Start, BlockMarkup.TailAttribute);
            places.Add((reader.Start - Before(page.Text, reader.Start, lead), end + Behind(page.Text, reader.Start, end, tail), original));
            done = end;
        }
    }

    private static string? Attribute(string html, int start, string name)
    {
        var reader = new TagReader(html.AsSpan(start));
        if (!reader.Read())
            return null;
        var attributes = reader.Attributes;
        while (attributes.Read())
        {
            if (attributes.Name.SequenceEqual(name))
                return BlockMarkup.Read(attributes.Value);
        }

        return null;
    }

    private static void AddQuotations(string text, ImmutableArray<(int Start, int End, string Original)>.Builder places)
    {
        foreach (var (start, end, settings) in MarkdownMarks.In(text))
        {
            if (Setting(settings, "original") is { } original)
                places.Add((start - Before(text, start, Setting(settings, "lead")), end + Behind(text, start, end, Setting(settings, "tail")), original));
        }
    }

    private static string? Setting(string settings, string name)
    {
        foreach (var setting in settings.Split(' '))
        {
            if (setting.StartsWith(name, StringComparison.Ordinal) && setting.AsSpan(name.Length) is ['=', .. var value])
                return Uri.UnescapeDataString(value.ToString());
        }

        return null;
    }

    /// <summary>How much of what was written before the block is still there.</summary>
    private static int Before(string text, int start, string? lead) =>
        lead is not null && Spelled(lead, text, start) is var now && text.AsSpan(0, start).EndsWith(now) ? now.Length : 0;

    private static int Behind(string text, int start, int end, string? tail) =>
        tail is not null && Spelled(tail, text, start) is var now && text.AsSpan(end).StartsWith(now) ? now.Length : 0;

    /// <summary>With the line ends that the block has now; another system may have changed them all.</summary>
    private static string Spelled(string added, string text, int start) => text.AsSpan(start).IndexOfAny('\r', '\n') switch
    {
        < 0 => added,
        var at when text[start + at] == '\n' => WithLineEnds(added, "\n"),
        var at when text.AsSpan(start + at).StartsWith("\r\n") => WithLineEnds(added, "\r\n"),
        _ => WithLineEnds(added, "\r"),
    };

    /// <summary>HTML's line ends only: to .NET a form feed is one as well, and it may stand in a tag.</summary>
    private static string WithLineEnds(string text, string lineEnd) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", lineEnd, StringComparison.Ordinal);
}
