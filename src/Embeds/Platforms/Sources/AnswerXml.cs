using System.Xml;
using System.Xml.Linq;

namespace Embeds.Platforms.Sources;

/// <summary>Reads answers in XML. A document type can name files and grow without end, so that an answer with one is none.</summary>
internal static class AnswerXml
{
    // Building a tree costs the square of its depth.
    private const int MaxDepth = 64;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    /// <summary>The root; null for what is no XML.</summary>
    public static XElement? Read(string text)
    {
        try
        {
            using (var reader = XmlReader.Create(new StringReader(text), Settings))
            {
                while (reader.Read())
                {
                    if (reader.Depth > MaxDepth)
                        return null;
                }
            }

            using var again = XmlReader.Create(new StringReader(text), Settings);
            return XElement.Load(again);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The words of a child, whatever its namespace; null when there are none.</summary>
    public static string? Text(this XElement element, string name) =>
        element.Child(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The first child of a name, whatever its namespace.</summary>
    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);
}
