using System.Globalization;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>Writes YAML front matter as Hugo reads it: its own keys on top, ours below <c>params</c>.</summary>
internal static class FrontMatter
{
    public static void Write(TextWriter writer, QuoteBlock block, CaptionWords words)
    {
        string platform = words.Platform(block);
        writer.Write("---\n");
        Field(writer, "title", $"{words.Author(block.Author)}, {platform}, {words.Date(block.Published)}");
        Field(writer, "date", HugoDate(block.Published));
        writer.Write("params:\n");
        Field(writer, "  quote_key", block.Key);
        Field(writer, "  quote_sha256", block.Integrity?.Sha256);
        Field(writer, "  author", block.Author.Name);
        Field(writer, "  handle", block.Author.Handle);
        Field(writer, "  platform", platform);
        Field(writer, "  permalink", block.Url);
        Field(writer, "  article", CaptionFacts.ArticleAddress(block));
        writer.Write("---\n\n");
    }

    // Hugo wants a whole day at least, and a zone with every time of day.
    private static string? HugoDate(Published published)
    {
        if (DisplayDate.Read(published.At, published.Precision)?.Machine is not { Length: >= 10 } at)
            return null;
        bool hasZone = at.Length > 10 && (at[^1] == 'Z' || at[^6] is '+' or '-');
        bool hasSeconds = at.Length >= 19 && at[16] == ':';
        return hasZone && hasSeconds ? at : at[..10];
    }

    private static void Field(TextWriter writer, string name, string? value)
    {
        if (value is null)
            return;
        writer.Write(name);
        writer.Write(": \"");
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsSurrogatePair(value, i))
                writer.Write(value.AsSpan(i++, 2));
            else if (char.IsSurrogate(c))
                writer.Write('\uFFFD');
            else if (c is '"' or '\\')
                writer.Write(['\\', c]);
            else if (MustBeCoded(c))
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"));
            else
                writer.Write(c);
        }

        writer.Write("\"\n");
    }

    // YAML 1.2, section 5.1: what is not printable stands coded; and so do the marks that would reorder a line of the file.
    private static bool MustBeCoded(char c) =>
        char.IsControl(c) || c is '\uFEFF' or '\uFFFE' or '\uFFFF'
        || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;
}
