using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Embeds.Quotes;

namespace Embeds.Platforms.Fediverse;

/// <summary>A post as Mastodon and its forks name it in a path, whatever the host.</summary>
/// <param name="User">The account without <c>@</c>: <c>ada</c>, or <c>ada@other.example</c> on a server that shows a copy; null where the path does not say.</param>
/// <param name="Id">The server's own number of the post.</param>
internal readonly record struct MastodonStatus(string? User, string Id)
{
    // Ids count milliseconds since version 2.0 of October 2017; before, they were counted up one by one.
    private const ulong FirstTimedId = 99_000_000_000_000_000;
    private const int MaxIdLength = 19;
    private static readonly SearchValues<char> UserChars = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-@");

    /// <summary>The post that a path names; what follows it (<c>/embed</c>, <c>/reblogs</c>) is let go.</summary>
    public static MastodonStatus? In(ImmutableArray<string> segments) => segments switch
    {
        ["web" or "deck", .. var rest] => In(rest),
        [['@', .. var user], "posts" or "statuses", var id, ..] => Of(user, id),
        [['@', .. var user], var id, ..] => Of(user, id),
        ["users", var user, "statuses", var id, ..] => Of(user, id),
        ["statuses", var id, ..] => Of(null, id),
        _ => null,
    };

    /// <summary>
    /// Unix milliseconds = id >> 16: when the server learned of the post, which for a post from another server is seconds after
    /// it was made. GoToSocial numbers by ULID.
    /// </summary>
    public static Published? TimeOf(string id) =>
        ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number < FirstTimedId ? null : PublishedTime.FromUnixMilliseconds((long)(number >> 16), DatePrecision.Second)
            : Ulid.TimeOf(id);

    public static bool IsNumber(string text) => text.Length is >= 1 and <= MaxIdLength && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    public static bool IsUser(string text) =>
        text.Length is >= 1 and <= 320 && char.IsAsciiLetterOrDigit(text[^1]) | text[^1] == '_' && text[0] != '@'
        && !text.AsSpan().ContainsAnyExcept(UserChars) && text.AsSpan().Count('@') <= 1;

    private static MastodonStatus? Of(string? user, string id) =>
        (user is null || IsUser(user)) && (IsNumber(id) || Ulid.Is(id)) ? new MastodonStatus(user, id) : null;
}
