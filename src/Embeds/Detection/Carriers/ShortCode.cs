using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Embeds.Platforms;
using Embeds.Quotes;

namespace Embeds.Detection.Carriers;

/// <summary>
/// The code of a CMS that was to become an embed and is left in the text: <c>{{&lt; tweet 103… >}}</c> of Hugo,
/// <c>{% twitter https://… %}</c> of Jekyll, <c>[embed]https://…[/embed]</c> of WordPress, <c>[MEDIA=twitter]103…[/MEDIA]</c> of
/// forums, <c>{youtube}…{/youtube}</c> of Joomla, <c>@[tweet](https://…)</c> of Markdown tools.
/// </summary>
internal static class ShortCode
{
    private const int MaxLength = 600;
    private const int MaxName = 40;

    // The post is named first, or behind its author.
    private const int MaxPlaces = 2;

    /// <summary>Where a code may begin.</summary>
    public static SearchValues<char> Openings { get; } = SearchValues.Create("[{@");

    // Codes that take any platform's address.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AnyPlatform =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "embed", "media", "oembed", "video", "social").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> IdNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "id", "tweet_id", "tweetid", "videoid", "video_id", "code", "url", "src", "href", "link");
    private static readonly FrozenSet<string> UserNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "user", "username", "handle");

    /// <summary>The codes in a text that name a post, in order.</summary>
    public static ImmutableArray<TextSighting> In(ReadOnlySpan<char> text, PlatformCatalog catalog)
    {
        ImmutableArray<TextSighting>.Builder? found = null;
        for (var at = 0; at < text.Length;)
        {
            var step = text[at..].IndexOfAny(Openings);
            if (step < 0)
                break;
            at += step;
            var rest = text.Slice(at, Math.Min(MaxLength, text.Length - at));
            if (Read(rest, out var name, out var arguments) is var length and > 0 && PostOf(name, arguments, catalog) is { } post)
            {
                (found ??= ImmutableArray.CreateBuilder<TextSighting>()).Add(new TextSighting(post, at, at + length));
                at += length;
            }
            else
            {
                at++;
            }
        }

        return found?.DrainToImmutable() ?? [];
    }

    /// <returns>The code's length; zero when the text begins with none.</returns>
    private static int Read(ReadOnlySpan<char> rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> arguments) => rest switch
    {
        ['{', '{', '<' or '%', ..] => Braces(rest, 3, rest[2] == '<' ? ">}}" : "%}}", out name, out arguments),
        ['{', '%', ..] => Braces(rest, 2, "%}", out name, out arguments),
        ['@', '[', ..] => Parenthesised(rest, out name, out arguments),
        ['[', '#', ..] => Braces(rest, 2, "]", out name, out arguments),
        ['{', ..] => Enclosed(rest, '}', out name, out arguments),
        _ => Brackets(rest, out name, out arguments),
    };

    private static int Braces(ReadOnlySpan<char> rest, int start, string close, out ReadOnlySpan<char> name, out ReadOnlySpan<char> arguments)
    {
        var end = rest.IndexOf(close);
        var inside = end < start ? default : rest[start..end].Trim(" -\n/");
        Cut(inside, out name, out arguments);
        return end < start ? 0 : end + close.Length;
    }

    private static int Parenthesised(ReadOnlySpan<char> rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> arguments)
    {
        name = default;
        arguments = default;
        var middle = rest.IndexOf("](");
        var end = rest.IndexOf(')');
        if (middle < 0 || end < middle)
            return 0;
        name = rest[2..middle];
        arguments = rest[(middle + 2)..end];
        return end + 1;
    }

    private static int Brackets(ReadOnlySpan<char> rest, out ReadOnlySpan<char> name, out ReadOnlySpan<char> arguments)
    {
        name = default;
        arguments = default;
        var close = rest.IndexOf(']');
        // What a parenthesis follows is a link in Markdown.
        if (close < 0 || close + 1 < rest.Length && rest[close + 1] == '(')
            return 0;
        var inside = rest[1..close];
        if (inside.StartsWith("media=", StringComparison.OrdinalIgnoreCase))
        {
            name = inside[6..];
            return Until(rest, close + 1, "[/media]", out arguments);
        }

        if (inside.IndexOfAny(" =\u00A0") < 0)
            return Enclosed(rest, ']', out name, out arguments);
        Cut(inside, out name, out arguments);
        return close + 1;
    }

    /// <summary><c>[name]…[/name]</c> and <c>{name}…{/name}</c>.</summary>
    private static int Enclosed(ReadOnlySpan<char> rest, char bracket, out ReadOnlySpan<char> name, out ReadOnlySpan<char> arguments)
    {
        name = default;
        arguments = default;
        var close = rest.IndexOf(bracket);
        if (close is < 2 or > MaxName)
            return 0;
        name = rest[1..close];
        return Until(rest, close + 1, string.Concat(rest[..1], "/", rest[1..(close + 1)]), out arguments);
    }

    private static int Until(ReadOnlySpan<char> rest, int start, string close, out ReadOnlySpan<char> enclosed)
    {
        var length = rest[start..].IndexOf(close, StringComparison.OrdinalIgnoreCase);
        enclosed = length < 0 ? default : rest.Slice(start, length);
        return length < 0 ? 0 : start + length + close.Length;
    }

    /// <summary>The first word, and what comes behind it or behind <c>=</c> or <c>:</c>.</summary>
    private static void Cut(ReadOnlySpan<char> inside, out ReadOnlySpan<char> name, out ReadOnlySpan<char> arguments)
    {
        var end = inside.IndexOfAny(" =:\n\u00A0");
        name = end < 0 ? inside : inside[..end];
        arguments = end < 0 ? default : inside[(end + 1)..].Trim();
    }

    private static CarriedPost? PostOf(ReadOnlySpan<char> name, ReadOnlySpan<char> arguments, PlatformCatalog catalog)
    {
        var platform = catalog.Called(name);
        if (arguments.IsEmpty || platform is null && !AnyPlatform.Contains(name))
            return null;
        PostLink? link = null;
        string? user = null;
        var place = 0;
        foreach (var range in arguments.Split(' '))
        {
            var argument = arguments[range].Trim("\"',\n");
            if (argument.IsEmpty)
                continue;
            var equals = argument.IndexOf('=');
            var isNamed = equals > 0 && !argument[..equals].Contains('/');
            var key = isNamed ? argument[..equals].ToString() : null;
            var value = (isNamed ? argument[(equals + 1)..] : argument).Trim("\"'");
            if (key is not null && UserNames.Contains(key))
                user = value.ToString();
            else if (key is null ? place++ < MaxPlaces : IdNames.Contains(key))
                link ??= LinkOf(platform, value, catalog);
        }

        return link is null ? null : Of(link, user, catalog);
    }

    private static PostLink? LinkOf(Platform? platform, ReadOnlySpan<char> value, PlatformCatalog catalog)
    {
        if (!value.Contains("//", StringComparison.Ordinal))
            return platform?.FromId(value.ToString());
        return catalog.ReadLink(value) is { } link && (platform is null || link.Platform == platform.Id) ? link : null;
    }

    private static CarriedPost Of(PostLink link, string? user, PlatformCatalog catalog) => new(catalog.Find(link.Platform)!, new EmbedReading
    {
        Link = link,
        Form = EmbedForm.CmsWrapper,
        Facts = new PostFacts { Via = Via.Markup, Rule = "short-code", Author = user is null || link.Handle is not null ? null : new Author { Handle = user.TrimStart('@') } },
    });
}
