using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Embeds.Detection.Payloads;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>
/// Markup that the page keeps back: in a hidden <c>textarea</c>, a template script, an attribute, in base64 or percent-encoded,
/// or as the raw text of a frame. It is parsed on its own and read like any other markup.
/// </summary>
internal static class HiddenMarkup
{
    /// <summary>What is shorter is no markup that carries a post.</summary>
    public const int MinLength = 24;

    private const int MaxJson = 64 * 1024;

    public static (string Html, string Form)? Of(IElement element, PlatformCatalog catalog)
    {
        switch (element.LocalName)
        {
            case "textarea" when IsForReader(element):
                return null;
            case "textarea" or "noembed":
                return Markup(element.TextContent, EmbedForm.Consent);
            case "iframe":
                return Document(element.GetAttribute("srcdoc")) ?? Document(element.TextContent);
            case "script" when IsTemplate(element.GetAttribute("type")):
                return Markup(ScriptSource.Of(element), EmbedForm.Consent);
            case var name when !MayKeep(name):
                return null;
        }

        var attributes = element.Attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            var attribute = attributes[i]!;
            if (attribute.Value.Length >= MinLength && attribute.Name is not ("class" or "style" or "srcset" or "data-attrs") && attribute.Name.Contains('-')
                && (IsJson(attribute.Value) ? InJson(attribute.Value, catalog) : Markup(attribute.Value, EmbedForm.Consent)) is { } hidden)
            {
                return hidden;
            }
        }

        return null;
    }

    /// <summary>Whether an element of this name may keep markup in an attribute of its own.</summary>
    public static bool MayKeep(ReadOnlySpan<char> localName) => localName is not ("script" or "style" or "meta" or "link" or "img" or "a" or "input" or "html" or "body");

    /// <summary>Whether a text or a value may be markup, however it is encoded.</summary>
    public static bool MayBe(ReadOnlySpan<char> value) =>
        value.Length >= MinLength && (MayBeBase64(value) || NamesEmbed(value));

    /// <summary>A field with the code to copy, or one to write into, shows markup to the reader instead of keeping it back.</summary>
    private static bool IsForReader(IElement area) =>
        area.HasAttribute("readonly") || area.HasAttribute("onclick") || area.HasAttribute("onfocus") || area.HasAttribute("name");

    private static bool IsJson(string value) => value.AsSpan().TrimStart() is ['{' or '[', ..];

    /// <summary>
    /// A block's settings as JSON, with the code as one of them (<c>data-block-json</c> of Squarespace). Several codes are a list
    /// of other things.
    /// </summary>
    private static (string, string)? InJson(string value, PlatformCatalog catalog)
    {
        if (value.Length > MaxJson || !ShowsEmbed(value))
            return null;
        var scanner = new PayloadScanner(catalog);
        scanner.Scan(value);
        return scanner.Strings.FindAll(s => s.IsMarkup) is [var only] ? (only.Value, EmbedForm.Consent) : null;
    }

    /// <summary>A frame's own document is markup, whatever it shows.</summary>
    private static (string, string)? Document(string? html) =>
        html is { Length: >= MinLength } && html.Contains("://", StringComparison.Ordinal) ? (html, EmbedForm.Iframe) : null;

    public static bool IsTemplate(ReadOnlySpan<char> type) => type is "text/template" or "text/html" or "text/x-template" or "text/x-handlebars-template";

    private static (string, string)? Markup(string? value, string form)
    {
        if (value is null || value.Length < MinLength)
            return null;
        if (ShowsEmbed(value))
            return (value, form);
        if (value.Contains("%3C", StringComparison.OrdinalIgnoreCase) && Uri.UnescapeDataString(value) is var decoded && ShowsEmbed(decoded))
            return (decoded, form);
        if (value.Contains("&lt;", StringComparison.Ordinal) && System.Net.WebUtility.HtmlDecode(value) is var unescaped && ShowsEmbed(unescaped))
            return (unescaped, form);
        return FromBase64(value) is { } plain && ShowsEmbed(plain) ? (plain, form) : null;
    }

    private static bool ShowsEmbed(string markup) =>
        markup.Contains('<')
        && (markup.Contains("<blockquote", StringComparison.OrdinalIgnoreCase) || markup.Contains("<iframe", StringComparison.OrdinalIgnoreCase)
            || markup.Contains("<amp-", StringComparison.OrdinalIgnoreCase) || markup.Contains("data-href", StringComparison.OrdinalIgnoreCase)
            || markup.Contains("<script", StringComparison.OrdinalIgnoreCase));

    private static bool NamesEmbed(ReadOnlySpan<char> value) =>
        value.Contains("blockquote", StringComparison.OrdinalIgnoreCase) || value.Contains("iframe", StringComparison.OrdinalIgnoreCase)
        || value.Contains("amp-", StringComparison.OrdinalIgnoreCase) || value.Contains("data-href", StringComparison.OrdinalIgnoreCase)
        || value.Contains("script", StringComparison.OrdinalIgnoreCase);

    // What these tools encode is markup, so it begins with '<' or a blank: 'P', 'I' (space), 'C' (newline, tab) or 'D' (CR).
    private static bool MayBeBase64(ReadOnlySpan<char> text) => text.TrimStart() is ['P' or 'I' or 'C' or 'D', ..] && text.IndexOfAny(" .:") < 0;

    private static string? FromBase64(string value)
    {
        var text = value.AsSpan().Trim();
        if (text.Length < MinLength || !MayBeBase64(text))
            return null;
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64Chars(text, buffer, out var written) ? Encoding.UTF8.GetString(buffer, 0, written) : null;
    }
}
