using AngleSharp.Dom;
using Embeds.Quotes;

namespace Embeds.Platforms;

/// <summary>
/// The line of an old embed code, <c>Title from Author on Vimeo</c>, where it stands inside the element that carries the post:
/// one link leads to the post and shows its title, one to the account and shows its name.
/// </summary>
internal readonly record struct PlayerCaption(string? Title, Author? Author)
{
    private const int MaxLength = 500;

    public static PlayerCaption Of(Platform platform, IElement element)
    {
        string? title = null;
        Author? author = null;
        if (element.ChildElementCount == 0)
            return default;
        var markup = MarkupText.Of(element);
        foreach (var link in markup.Links)
        {
            var words = markup.Text.AsSpan(link.Start, link.End - link.Start).Trim();
            // A picture's description is no title.
            if (words.Length is 0 or > MaxLength || link.Element.QuerySelector("img, amp-img") is not null || !WebAddress.TryParse(link.Href, out var address) || !platform.Owns(address))
                continue;
            if (platform.ReadLink(address) is not null)
                title ??= IsAddress(words) ? null : words.ToString();
            else if (author is null && address.Segments is [var handle])
                author = new Author { Name = words.ToString(), Handle = handle, Url = address.Text };
        }

        return new PlayerCaption(title, title is null ? null : author);
    }

    private static bool IsAddress(ReadOnlySpan<char> words) =>
        words.Contains("://", StringComparison.Ordinal) || words.Contains('/') && words.Contains('.') && !words.Contains(' ');
}
