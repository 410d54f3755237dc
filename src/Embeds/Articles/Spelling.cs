namespace Embeds.Articles;

/// <summary>How a text is written where it stands within another.</summary>
internal enum Spelling
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>In XML, with <c>&lt;</c> and <c>&amp;</c> escaped.</summary>
    XmlText,

    /// <summary>In a CDATA section.</summary>
    Cdata,

    /// <summary>As elements of the XML around it.</summary>
    Xhtml,

    /// <summary>Between the quotation marks of JSON.</summary>
    Json,
}
