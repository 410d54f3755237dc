using System.Text.Json;
using Embeds.Platforms.Sources;
using Embeds.Quotes;

namespace Embeds.Platforms.Meta;

/// <summary>What the records in the pages of Instagram and Threads have in common: authors, pictures, films.</summary>
internal static class MetaMedia
{
    public static Author? AuthorOf(Platform platform, JsonElement user)
    {
        var handle = AnswerFacts.Handle(user.Text("username"));
        return new Author
        {
            Name = user.Text("full_name"),
            Handle = handle,
            Id = user.Text("pk") ?? user.Text("id"),
            Url = handle is null ? null : platform.ProfileOf(handle),
            Avatar = AnswerFacts.Avatar(user.Text("profile_pic_url")),
            Verified = user.Has("is_verified") ? user.Is("is_verified") ? Verification.Platform : Verification.None : null,
        }.OrNull();
    }

    /// <summary>The slides of a set, or the one picture or film of the record.</summary>
    public static IEnumerable<Media> Of(JsonElement post)
    {
        var slides = post.Items("carousel_media").ToList();
        return (slides.Count > 0 ? slides : [post]).Select(One).OfType<Media>();
    }

    private static Media? One(JsonElement media)
    {
        var picture = Largest(media, "image_versions2", "candidates");
        var film = Largest(media, "video_versions");
        var shown = film.Has("url") ? film : picture;
        if (!shown.Has("url"))
            return null;
        var isFilm = film.Has("url");
        return new Media
        {
            Type = isFilm ? MediaType.Video : MediaType.Image,
            Url = shown.Address("url"),
            Alt = media.Text("accessibility_caption"),
            Width = shown.Pixels("width"),
            Height = shown.Pixels("height"),
            Poster = isFilm ? picture.Address("url") : null,
        };
    }

    private static JsonElement Largest(JsonElement media, params ReadOnlySpan<string> path) =>
        media.Items(path).Where(v => v.Address("url") is not null).DefaultIfEmpty().MaxBy(v => v.Pixels("width") ?? 0);
}
