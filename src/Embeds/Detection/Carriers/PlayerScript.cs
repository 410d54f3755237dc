using System.Buffers;
using AngleSharp.Dom;
using Embeds.Platforms;

namespace Embeds.Detection.Carriers;

/// <summary>
/// A script that shows a post: its address names the post and it writes the player where it stands; its text makes a player by
/// a platform's own library (<c>new Twitch.Player("box", {video: "…"})</c>); or, before 2012, a flash player by <c>SWFObject</c>.
/// </summary>
internal static class PlayerScript
{
    // A script that only makes a player is short; in a longer one such a call is a library's or a template's.
    private const int MaxText = 8192;
    private const int MaxAddress = 2000;

    private static readonly string[] AddressAttributes = ["src", "data-src", "data-cmp-src", "data-cmplz-src", "data-litespeed-src"];

    private static readonly string[] FlashCalls = ["new SWFObject(", "swfobject.embedSWF("];

    private static readonly string[] PlayerCalls = [".Player(", ".Embed("];

    // How far behind a call its arguments may stand.
    private const int MaxArguments = 600;

    private static readonly SearchValues<char> NameChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_$");

    private static readonly string[] IdProperties = ["videoId", "video", "clip", "id", "url"];

    /// <summary>Whether a script's text may make a player.</summary>
    public static bool MayCall(ReadOnlySpan<char> text) =>
        text.Length <= MaxText
        && (text.Contains("swfobject", StringComparison.OrdinalIgnoreCase) || text.Contains(PlayerCalls[0], StringComparison.Ordinal) || text.Contains(PlayerCalls[1], StringComparison.Ordinal));

    public static CarriedPost? Read(IElement script, PlatformCatalog catalog)
    {
        foreach (var name in AddressAttributes)
        {
            if (script.GetAttribute(name) is not { Length: > 0 and <= MaxAddress } address)
                continue;
            return catalog.KnowsHostIn(address) && catalog.ReadLink(address) is { } link ? CarriedPost.Of(link, EmbedForm.Script, "script", script, catalog) : null;
        }

        var text = ScriptSource.Of(script);
        if (text.Length is 0 or > MaxText)
            return null;
        return InFlashCall(text, catalog) is { } flash ? CarriedPost.Of(flash, EmbedForm.Legacy, "script", script, catalog)
            : InPlayerCall(text, catalog) is { } player ? CarriedPost.Of(player, EmbedForm.Script, "script", script, catalog)
            : null;
    }

    /// <summary><c>new NAME.Player("box", {videoId: "ID"})</c>, where a platform is called NAME.</summary>
    private static PostLink? InPlayerCall(string text, PlatformCatalog catalog)
    {
        foreach (var call in PlayerCalls)
        {
            var at = text.IndexOf(call, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var name = text.AsSpan(0, at);
            name = name[(name.LastIndexOfAnyExcept(NameChars) + 1)..];
            if (catalog.Called(name) is { } platform && IdIn(text.AsSpan(at + call.Length), platform, catalog) is { } link)
                return link;
        }

        return null;
    }

    private static PostLink? IdIn(ReadOnlySpan<char> rest, Platform platform, PlatformCatalog catalog)
    {
        rest = rest[..Math.Min(rest.Length, MaxArguments)];
        foreach (var property in IdProperties)
        {
            var at = rest.IndexOf(property);
            var value = at < 0 ? default : rest[(at + property.Length)..].TrimStart("\"' ");
            if (value is not [':', ..])
                continue;
            value = value[1..].TrimStart();
            var isQuoted = value is ['"' or '\'', ..];
            var end = isQuoted ? value[1..].IndexOf(value[0]) + 1 : value.IndexOfAnyExceptInRange('0', '9');
            var id = end <= 0 ? default : isQuoted ? value[1..end] : value[..end];
            if (!id.IsEmpty && (id.Contains("//", StringComparison.Ordinal) ? catalog.ReadLink(id) : platform.FromId(id.ToString())) is { } link && link.Platform == platform.Id)
                return link;
        }

        return null;
    }

    /// <summary><c>new SWFObject("http://video.example/v/ID", "player", "425", "355", "8")</c>: the first argument is the address.</summary>
    private static PostLink? InFlashCall(string text, PlatformCatalog catalog)
    {
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
