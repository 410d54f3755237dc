using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>Weibo. It has no embeds of posts; articles carry its addresses.</summary>
internal sealed class WeiboPlatform : Platform
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const int NumberLength = 16;
    private const long EpochSeconds = 515_483_463;
    private static readonly SearchValues<char> CodeChars = SearchValues.Create(Alphabet);

    /// <inheritdoc/>
    public override string Id => "weibo";

    /// <inheritdoc/>
    public override string Name => "Weibo";

    /// <inheritdoc/>
    public override ImmutableArray<string> Domains { get; } = ["weibo.com", "weibo.cn"];

    // ---- Addresses -------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    public override PostLink? ReadLink(WebAddress address) => address.Host switch
    {
        "video.weibo.com" => address.Segments is ["show", ..] ? Video(address, address.Query("fid")) : null,
        "service.weibo.com" or "s.weibo.com" or "widget.weibo.com" or "passport.weibo.com" or "login.weibo.cn" => null,
        _ => address.Segments switch
        {
            ["status" or "detail", var id, ..] => Post(address, null, id),
            ["tv", "show" or "v", var id, ..] => Video(address, id),
            [var account, var id, ..] when IsAccount(account) => Post(address, account == "0" ? null : account, id),
            _ => null,
        },
    };

    private static PostLink? Post(WebAddress address, string? account, string id)
    {
        if (NumberOf(id) is not { } number)
            return null;
        return new PostLink
        {
            Platform = "weibo",
            NativeId = number,
            Permalink = account is null ? $"https://m.weibo.cn/status/{number}" : $"https://weibo.com/{account}/{CodeOf(number)}",
            Seen = address.Text,
        };
    }

    private static PostLink? Video(WebAddress address, string? id) =>
        id is not null && id.Split(':') is ["1034", var number] && IsNumber(number, 8, 20)
            ? new PostLink { Platform = "weibo", NativeId = id, Permalink = $"https://weibo.com/tv/show/{id}", Kind = PostKind.Video, Seen = address.Text }
            : null;

    private static bool IsAccount(string text) => text == "0" || IsNumber(text, 5, 11);

    private static bool IsNumber(string text, int min, int max) => text.Length >= min && text.Length <= max && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>
    /// A post's number, or the code that writes it: from the right, each four digits in base 62 are seven in base 10
    /// (<c>N4xlMvjhI</c> is 4910815147462302). The code's letters are told apart by case.
    /// </summary>
    private static string? NumberOf(string id)
    {
        if (IsNumber(id, NumberLength - 1, NumberLength))
            return HasCode(id) ? id : null;
        if (id.Length is not (8 or 9) || id.AsSpan().ContainsAnyExcept(CodeChars))
            return null;
        var number = new StringBuilder();
        for (var end = id.Length; end > 0; end -= 4)
        {
            var value = 0;
            foreach (var c in id.AsSpan(Math.Max(end - 4, 0)..end))
                value = (value * 62) + Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value > 9_999_999)
                return null;
            number.Insert(0, value.ToString(end > 4 ? "D7" : "D", CultureInfo.InvariantCulture));
        }

        return number.ToString() is var digits && HasCode(digits) ? digits : null;
    }

    /// <summary>Whether a number has a code of nine letters, the first of which stands for one or two digits.</summary>
    private static bool HasCode(string number) => number switch
    {
        ['0', ..] => false,
        { Length: NumberLength } => string.CompareOrdinal(number, "62") < 0,
        _ => number.Length == NumberLength - 1,
    };

    private static string CodeOf(string number)
    {
        var code = new StringBuilder();
        for (var end = number.Length; end > 0; end -= 7)
        {
            var value = int.Parse(number.AsSpan(Math.Max(end - 7, 0)..end), NumberStyles.None, CultureInfo.InvariantCulture);
            for (var digits = 0; end > 7 ? digits < 4 : value > 0; digits++, value /= 62)
                code.Insert(0, Alphabet[value % 62]);
        }

        return code.ToString();
    }

    // ---- Network ---------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Its API wants the cookie of a visitor, which is never sent; it answers some without.</remarks>
    public override ImmutableArray<PostSource> SourcesOf(PostLink link) => link.Kind == PostKind.Video ? [PostPage.Of(this, link)] :
    [
        new PostSource { Rule = "weibo.api", Via = Via.Api, Url = $"https://weibo.com/ajax/statuses/show?id={link.NativeId}", Gives = PostFields.All & ~PostFields.Media, Read = answer => ReadStatus(link, answer, answer.Json) },
        new PostSource
        {
            Rule = "weibo.page",
            Via = Via.Opengraph,
            Url = $"https://m.weibo.cn/status/{link.NativeId}",
            Gives = PostFields.All & ~PostFields.Media,
            Accept = PostSource.Page,
            Read = answer => ScriptJson.After(answer.Text, "$render_data = ") is { } data ? ReadStatus(link, answer, data.Item(0).At("status")) : null,
        },
    ];

    private static SourceReading? ReadStatus(PostLink link, SourceAnswer answer, JsonElement status)
    {
        if (status.Number("ok") == 0 && (status.Number("error_code") ?? status.Number("errno")) == 20101 || status.Number("error_code") == 20101)
            return SourceReading.Of(PostState.Gone, $"Error 20101: {status.Text("message") ?? status.Text("msg") ?? status.Text("error")}");
        if (!answer.IsSuccess || (status.Text("mid") ?? status.Text("id")) is not { } id || !status.Has("user"))
            return null;
        if (id != link.NativeId)
            return SourceReading.Of(PostState.Unknown, $"The answer is about {id}.");
        var isLong = status.Is("isLongText");
        var retweeted = status.At("retweeted_status");
        return SourceReading.Live(answer.Facts() with
        {
            Via = answer.Source.Via == Via.Api ? Via.Api : Via.JsonLd,
            Kind = retweeted.Has("user") ? PostKind.Quote : PostKind.Post,
            Author = AuthorOf(status.At("user")),
            Text = Words(status) is { } text ? text with { Completeness = isLong ? TextCompleteness.Truncated : TextCompleteness.Full } : null,
            Published = PublishedTime.FromRuby(status.Text("created_at")),
            Quoted = retweeted.Has("user") ? RefOf(retweeted) : null,
            Metrics = new Metrics { At = answer.At, Likes = status.Count("attitudes_count"), Replies = status.Count("comments_count"), Reposts = status.Count("reposts_count") }.OrNull(),
        }) with
        {
            Then = isLong && (status.Text("mblogid") ?? status.Text("bid")) is { } code ? [LongText(link, code)] : [],
        };
    }

    private static PostSource LongText(PostLink link, string code) => new()
    {
        Rule = "weibo.longtext",
        Via = Via.Api,
        Url = $"https://weibo.com/ajax/statuses/longtext?id={code.Escaped()}",
        Gives = PostFields.Text,
        Read = answer => answer.IsSuccess && AnswerFacts.Words(answer.Json.Text("data", "longTextContent")) is { } text ? SourceReading.Live(answer.Facts() with { Kind = link.Kind, Text = text }) : null,
    };

    private static PostText? Words(JsonElement status) => AnswerFacts.Words(status.Text("text_raw")) ?? MarkupWords.Read(status.Text("text"));

    private static Author AuthorOf(JsonElement user) => new()
    {
        Name = user.Text("screen_name"),
        Id = user.Text("id"),
        Url = user.Text("id") is { } id ? $"https://weibo.com/u/{id}" : null,
        Verified = user.Has("verified") ? user.Is("verified") ? Verification.Platform : Verification.None : null,
    };

    private static PostRef RefOf(JsonElement status)
    {
        var id = status.Text("mid") ?? status.Text("id");
        return new PostRef
        {
            Key = id is null ? null : QuoteKey.ForPost("weibo", id),
            Url = id is null ? null : $"https://m.weibo.cn/status/{id}",
            Author = AuthorOf(status.At("user")),
            Text = Words(status)?.Value,
            PublishedAt = PublishedTime.FromRuby(status.Text("created_at"))?.At,
        };
    }

    // ---- Time ------------------------------------------------------------------------------------------------------

    /// <inheritdoc/>
    /// <remarks>Unix seconds ≈ (number >> 22) + 515483463: minutes off, so no more than the day is claimed, and only for numbers of the present length.</remarks>
    public override Published? TimeOf(PostLink link) =>
        link.NativeId.Length == NumberLength && long.TryParse(link.NativeId, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? PublishedTime.FromUnixMilliseconds(((number >> 22) + EpochSeconds) * 1000, DatePrecision.Day)
            : null;
}
