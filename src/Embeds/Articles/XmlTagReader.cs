using System.Buffers;
using System.Net;

namespace Embeds.Articles;

/// <summary>Reads the tags of an XML document with their places, without a tree and without checking that it is well-formed.</summary>
internal ref struct XmlTagReader(string xml)
{
    public const string CdataStart = "<![CDATA[";
    public const string CdataEnd = "]]>";

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n/>");

    private int _next;

    /// <summary>Where the tag's <c>&lt;</c> stands.</summary>
    public int Start { get; private set; }

    /// <summary>The position after the tag's <c>&gt;</c>.</summary>
    public int End { get; private set; }

    public bool IsEndTag { get; private set; }

    /// <summary>The element has no content: <c>&lt;name/></c>.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Not a tag but a CDATA section.</summary>
    public bool IsCdata { get; private set; }

    /// <summary>The name as written, with its prefix.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    public readonly ReadOnlySpan<char> LocalName => Name[(Name.IndexOf(':') + 1)..];

    /// <summary>The next tag.</summary>
    public bool Read()
    {
        while (ReadPart())
        {
            if (!IsCdata)
                return true;
        }

        return false;
    }

    /// <summary>The next tag or CDATA section.</summary>
    /// <returns>False at the end, and where the document breaks off.</returns>
    public bool ReadPart()
    {
        while (xml.IndexOf('<', _next) is var start and >= 0)
        {
            var rest = xml.AsSpan(start);
            if (rest.StartsWith(CdataStart))
            {
                (IsCdata, IsEndTag, IsEmpty) = (true, false, false);
                Name = default;
                return Ends(start, CdataEnd);
            }

            if (rest.StartsWith("<!--") || rest.StartsWith("<?") || rest.StartsWith("<!"))
            {
                if (!Ends(start, rest[1] == '?' ? "?>" : rest.StartsWith("<!--") ? "-->" : ">"))
                    return false;
                continue;
            }

            return ReadTag(start);
        }

        return false;
    }

    /// <summary>The value of an attribute of the tag, its references decoded; null without it.</summary>
    public readonly string? Attribute(ReadOnlySpan<char> name)
    {
        var attributes = new AttributeReader(xml.AsSpan((Start + 1 + Name.Length)..(End - 1)));
        while (attributes.Read())
        {
            if (attributes.Name.SequenceEqual(name))
                return WebUtility.HtmlDecode(attributes.Value.ToString());
        }

        return null;
    }

    private bool Ends(int start, string end)
    {
        var at = xml.IndexOf(end, start, StringComparison.Ordinal);
        if (at < 0)
            return false;
        (Start, End, _next) = (start, at + end.Length, at + end.Length);
        return true;
    }

    private bool ReadTag(int start)
    {
        IsEndTag = start + 1 < xml.Length && xml[start + 1] == '/';
        var nameStart = start + (IsEndTag ? 2 : 1);
        var length = xml.AsSpan(nameStart).IndexOfAny(NameEnd);
        if (length < 0)
            return false;
        Name = xml.AsSpan(nameStart, length);
        IsCdata = false;
        var end = nameStart + length;
        while (end < xml.Length && xml[end] != '>')
        {
            // A value may hold what would end the tag.
            end = xml[end] is '"' or '\'' ? xml.IndexOf(xml[end], end + 1) : end;
            if (end < 0)
                return false;
            end++;
        }

        if (end >= xml.Length)
            return false;
        (Start, End, _next) = (start, end + 1, end + 1);
        IsEmpty = !IsEndTag && xml[end - 1] == '/';
        return true;
    }
}
