using System.Text.Json.Serialization;

namespace Embeds.Quotes;

/// <summary>How to find a quote in its article again (W3C Web Annotation selectors).</summary>
/// <seealso href="https://www.w3.org/TR/annotation-model/#selectors"/>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextQuoteSelector), "TextQuoteSelector")]
[JsonDerivedType(typeof(TextPositionSelector), "TextPositionSelector")]
[JsonDerivedType(typeof(DataPositionSelector), "DataPositionSelector")]
[JsonDerivedType(typeof(CssSelector), "CssSelector")]
[JsonDerivedType(typeof(XPathSelector), "XPathSelector")]
public abstract record Selector
{
    private protected Selector()
    {
    }
}
