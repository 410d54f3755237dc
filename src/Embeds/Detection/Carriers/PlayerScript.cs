using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>
/// A script that shows a post: its address names the post and it writes the player where it stands; or, before 2012, its text
/// makes a flash player by <c>SWFObject</c>.
/// </summary>
internal static class PlayerScript
{
    // A script that only makes a player is short; in a longer one such a call is a library's or a template's.
    private const int MaxText = 8192;
    private const int MaxAddress = 2000;

    private static readonly string[] AddressAttributes = ["src", "data-src", "data-cmp-src", "data-cmplz-src", "data-litespeed-src"];

    private static readonly string[] FlashCalls = ["new SWFObject(", "swfobject.embedSWF("];

    /// <summary>Whether a script's text may make a flash player.</summary>
    public static bool MayCall(ReadOnlySpan<char> text) => text.Length <= MaxText && text.Contains("swfobject", StringComparison.OrdinalIgnoreCase);

    public static CarriedPost? Read(IElement script, PlatformCatalog catalog)
    {
        foreach (var name in AddressAttributes)
        {
            if (script.GetAttribute(name) is not { Length: > 0 and <= MaxAddress } address)
                continue;
            return catalog.KnowsHostIn(address) && catalog.ReadLink(address) is { } link ? CarriedPost.Of(link, EmbedForm.Script, "script", script, catalog) : null;
        }

        return InFlashCall(ScriptSource.Of(script), catalog) is { } flash ? CarriedPost.Of(flash, EmbedForm.Legacy, "script", script, catalog) : null;
    }

    /// <summary><c>new SWFObject("http://video.example/v/ID", "player", "425", "355", "8")</c>: the first argument is the address.</summary>
    private static PostLink? InFlashCall(string text, PlatformCatalog catalog)
    {
        if (text.Length is 0 or > MaxText)
            return null;
        foreach (var call in FlashCalls)
        {
            var at = text.IndexOf(call, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var argument = text.AsSpan(at + call.Length).TrimStart();
            if (argument.IsEmpty || argument[0] is not ('"' or '\''))
                continue;
            var end = argument[1..].IndexOf(argument[0]);
            if (end > 0 && catalog.ReadLink(argument.Slice(1, end)) is { } link)
                return link;
        }

        return null;
    }
}
