using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>What a platform reads from an element that carries one of its posts.</summary>
public sealed record EmbedReading
{
    /// <summary>Which post; null where the markup shows words but no address.</summary>
    public PostLink? Link { get; init; }

    /// <summary>What the markup says of it.</summary>
    public required PostFacts Facts { get; init; }

    /// <summary>The carrier's form, one of <see cref="EmbedForm"/>.</summary>
    public required string Form { get; init; }

    /// <summary>The post as another one shows it: a reference with a short copy.</summary>
    internal PostRef ToReference() => new()
    {
        Key = Link is null ? null : QuoteKey.ForPost(Link.Platform, Link.NativeId),
        Url = Link?.Permalink,
        Author = Facts.Author ?? (Link?.Handle is { } handle ? new Author { Handle = handle } : null),
        Text = Facts.Text?.Value,
        PublishedAt = Facts.Published?.At,
    };

    /// <summary>The reading of markup that names a post and says nothing else of it.</summary>
    internal static EmbedReading LinkOnly(PostLink link, string form, string rule) =>
        new() { Link = link, Form = form, Facts = new PostFacts { Via = Via.Markup, Rule = rule } };
}
