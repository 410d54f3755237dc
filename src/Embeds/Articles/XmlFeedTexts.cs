using System.Collections.Immutable;

namespace Embeds.Articles;

/// <summary>
/// The texts of RSS and Atom, found in the source itself: an XML reader tells what is written there, but not where.
/// </summary>
internal static class XmlFeedTexts
{
    private const int MaxTexts = 20_000;

    public static ImmutableArray<InlaidText> In(string feed)
    {
        var texts = ImmutableArray.CreateBuilder<InlaidText>();
        var reader = new XmlTagReader(feed);
        var inItem = false;
        while (texts.Count < MaxTexts && reader.Read())
        {
            if (reader.LocalName is "item" or "entry")
                inItem = !reader.IsEndTag && !reader.IsEmpty;
            else if (inItem && !reader.IsEndTag && !reader.IsEmpty && reader.LocalName is "encoded" or "content" or "description" or "summary" && TextOf(feed, ref reader) is { } text)
                texts.Add(text);
        }

        return texts.ToImmutable();
    }

    /// <summary>The text up to the element's own end tag; null for plain text and for an element that does not end.</summary>
    private static InlaidText? TextOf(string feed, ref XmlTagReader reader)
    {
        var type = reader.Attribute("type");
        var name = reader.Name.ToString();
        var start = reader.End;
        var isMarkup = false;
        var inlaid = new InlaidText.Builder(feed);
        var copied = start;
        for (var depth = 1; depth > 0;)
        {
            if (!reader.ReadPart())
                return null;
            if (reader.IsCdata)
            {
                CharacterReference.Decode(feed, copied, reader.Start, inlaid, Spelling.XmlText);
                inlaid.Break();
                inlaid.Literal(reader.Start + XmlTagReader.CdataStart.Length, reader.End - XmlTagReader.CdataEnd.Length, Spelling.Cdata);
                inlaid.Break();
                copied = reader.End;
                continue;
            }

            var isOwn = reader.Name.SequenceEqual(name);
            isMarkup |= !reader.IsEndTag || !isOwn;
            depth += !isOwn || reader.IsEmpty ? 0 : reader.IsEndTag ? -1 : 1;
        }

        if (type is "text")
            return null;
        if (isMarkup)
            return Elements(feed, start, reader.Start);
        CharacterReference.Decode(feed, copied, reader.Start, inlaid, Spelling.XmlText);
        return inlaid.Build();
    }

    private static InlaidText Elements(string feed, int start, int end)
    {
        var inlaid = new InlaidText.Builder(feed);
        inlaid.Literal(start, end, Spelling.Xhtml);
        return inlaid.Build();
    }
}
