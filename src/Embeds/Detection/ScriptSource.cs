using AngleSharp.Dom;

namespace Embeds.Detection;

/// <summary>The text of a script: its only child, which <c>TextContent</c> would copy.</summary>
internal static class ScriptSource
{
    public static string Of(IElement script) => script.FirstChild is IText text ? text.Data : "";
}
