using Embeds.Platforms;

namespace Embeds.Tests.Platforms;

public sealed class PlatformCatalogTests
{
    private static readonly PlatformCatalog Catalog = new(PlatformCatalog.BuiltIn);

    [Theory]
    [InlineData("mastodon", "https://anybody.example/@ada/103254962155278888/embed")]
    [InlineData("mastodon", "https://anybody.example/users/ada/statuses/103254962155278888/embed")]
    [InlineData("misskey", "https://anybody.example/embed/notes/9jva1danjc")]
    [InlineData("pixelfed", "https://anybody.example/p/ada/608435894016147456/embed")]
    [InlineData("peertube", "https://anybody.example/videos/embed/c0ffee00-4b5a-4968-8776-a5b4c3d2e1f0")]
    public void Embed_page_on_an_unknown_host_is_a_post_in_a_frame_and_nothing_in_a_link(string platform, string address)
    {
        Assert.Equal(platform, Catalog.ReadFrame(address)?.Platform);
        Assert.Null(Catalog.ReadLink(address));
        Assert.False(Catalog.KnowsHostIn(address));
    }

    [Theory]
    [InlineData("https://web.archive.org/web/20230501000000if_/https://anybody.example/@ada/103254962155278888/embed", "https://anybody.example/@ada/103254962155278888")]
    [InlineData("https://truthsocial.com/@ada/108779000807761862/embed", "https://truthsocial.com/@ada/108779000807761862")]
    public void Frame_is_read_behind_what_wraps_it_and_by_its_host_before_its_shape(string address, string permalink) =>
        Assert.Equal(permalink, Catalog.ReadFrame(address)?.Permalink);

    [Theory]
    [InlineData("https://youtube.com/@ada/103254962155278888/embed")]
    [InlineData("https://www.threads.net/@ada/103254962155278888/embed")]
    public void Shape_counts_for_nothing_on_a_host_that_a_platform_lists(string address) => Assert.Null(Catalog.ReadFrame(address));
}
