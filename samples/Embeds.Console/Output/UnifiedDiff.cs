using System.Globalization;
using System.Text;

namespace Embeds.Cli.Output;

/// <summary>
/// Two versions of a page as a unified diff, such as <c>patch</c> takes. Lines are bytes, whatever their encoding; UTF-16, in
/// which bytes have no lines, is shown in UTF-8.
/// </summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    public static void Write(string name, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, OutputTarget target)
    {
        if (before.SequenceEqual(after))
            return;
        var encoding = before is [0xFF, 0xFE, ..] ? Encoding.Unicode : before is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode : Encoding.Latin1;
        var output = ReferenceEquals(encoding, Encoding.Latin1) ? encoding : Encoding.UTF8;
        var diff = Of(Lines(encoding.GetString(before)), Lines(encoding.GetString(after)));
        target.Write($"--- {name}\n+++ {name}\n");
        target.Write(output.GetBytes(diff));
    }

    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return [.. lines];
    }

    private static string Of(string[] before, string[] after)
    {
        var diff = new StringBuilder();
        var changes = LineChanges.Between(before, after);
        for (var i = 0; i < changes.Count;)
        {
            // Changes whose context meets are shown as one.
            var last = i;
            while (last + 1 < changes.Count && changes[last + 1].Start - changes[last].End <= 2 * Context)
                last++;
            Hunk(diff, before, after, changes[i..(last + 1)]);
            i = last + 1;
        }

        return diff.ToString();
    }

    private static void Hunk(StringBuilder diff, string[] before, string[] after, List<LineChange> changes)
    {
        var (first, last) = (changes[0], changes[^1]);
        var lead = Math.Min(Context, first.Start);
        var tail = Math.Min(Context, before.Length - last.End);
        var (oldStart, oldCount) = (first.Start - lead, last.End + tail - (first.Start - lead));
        var (newStart, newCount) = (first.NewStart - lead, last.NewEnd + tail - (first.NewStart - lead));
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{Range(oldStart, oldCount)} +{Range(newStart, newCount)} @@\n");
        var at = oldStart;
        foreach (var change in changes)
        {
            Append(diff, ' ', before.AsSpan(at..change.Start));
            Append(diff, '-', before.AsSpan(change.Start..change.End));
            Append(diff, '+', after.AsSpan(change.NewStart..change.NewEnd));
            at = change.End;
        }

        Append(diff, ' ', before.AsSpan(at, tail));
    }

    // An empty range is named by the line before it.
    private static string Range(int start, int count) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");

    private static void Append(StringBuilder diff, char sign, ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            diff.Append(sign).Append(line);
            if (!line.EndsWith('\n'))
                diff.Append("\n\\ No newline at end of file\n");
        }
    }
}
