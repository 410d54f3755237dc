using System.Globalization;
using System.Text;
using Embeds.Articles;

namespace Embeds.Rewriting;

/// <summary>Writes our own markup as the text around it has to be written.</summary>
internal static class SpelledText
{
    public static string Of(string markup, Spelling spelling) => spelling switch
    {
        Spelling.XmlText => XmlSafe(markup).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal),
        Spelling.Cdata => XmlSafe(markup).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal),
        Spelling.Xhtml => XmlSafe(Xhtml(markup)),
        Spelling.Json => Json(markup),
        _ => markup,
    };

    /// <summary>XML has no way to write most control characters, not even escaped.</summary>
    private static string XmlSafe(string text)
    {
        var bad = text.AsSpan().IndexOfAnyExceptInRange(' ', '\uFFFD');
        return bad < 0 ? text : string.Create(text.Length, text, static (safe, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                safe[i] = source[i] is >= ' ' and <= '\uFFFD' or '\t' or '\n' or '\r' ? source[i] : '\uFFFD';
        });
    }

    private static string Json(string text)
    {
        var json = new StringBuilder(text.Length + 64);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => json.Append('\\').Append(c),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        }

        return json.ToString();
    }

    /// <summary>Void elements closed, attributes with a value, no name for a character that XML does not know.</summary>
    private static string Xhtml(string markup)
    {
        var xml = new StringBuilder(markup.Length + 64);
        var copied = 0;
        var reader = new TagReader(markup);
        while (reader.Read())
        {
            xml.Append(markup, copied, reader.Start - copied).Append('<').Append(reader.IsEndTag ? "/" : "").Append(reader.Name);
            var attributes = reader.Attributes;
            while (attributes.Read())
                xml.Append(' ').Append(attributes.Name).Append("=\"").Append(attributes.Value.ToString().Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
            xml.Append(!reader.IsEndTag && ElementSpan.IsVoid(reader.Name) ? "/>" : ">");
            copied = reader.End;
        }

        return xml.Append(markup, copied, markup.Length - copied).Replace("&nbsp;", "&#160;").ToString();
    }
}
