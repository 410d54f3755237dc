using Embeds.Platforms;
using Embeds.Platforms.Sources;

namespace Embeds.Tests.Platforms.Sources;

public sealed class ProfileAddressTests
{
    [Theory]
    [InlineData("vimeo", "https://vimeo.com/maraholt", "maraholt")]
    [InlineData("vimeo", "http://www.vimeo.com/maraholt/", "maraholt")]
    [InlineData("youtube", "https://www.youtube.com/@HarbourTV", "HarbourTV")]
    [InlineData("youtube", "https://www.youtube.com/channel/UCharbour00000000000000a", null)]
    [InlineData("flickr", "https://www.flickr.com/photos/maraholt/", "maraholt")]
    [InlineData("flickr", "https://www.flickr.com/photos/12037949632@N01/", null)]
    [InlineData("vimeo", "https://vimeo.com/channels/maraholt", null)]
    [InlineData("vimeo", "https://elsewhere.example/maraholt", null)]
    [InlineData("vimeo", "https://vimeo.com/", null)]
    [InlineData("spotify", "https://open.spotify.com/artist/maraholt", null)]
    [InlineData("vimeo", null, null)]
    public void Handle_is_that_of_which_the_platform_makes_the_address(string id, string? address, string? handle)
    {
        var platform = PlatformCatalog.BuiltIn.Single(p => p.Id == id);

        Assert.Equal(handle, ProfileAddress.HandleIn(platform, address));
    }
}
