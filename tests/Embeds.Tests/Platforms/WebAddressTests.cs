using CsCheck;
using Embeds.Platforms;

namespace Embeds.Tests.Platforms;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("//forum.example/a/b?x=1#y", "https://forum.example/a/b?x=1#y", "forum.example", "/a/b")]
    [InlineData(" HTTP://Forum.Example:8080/a ", "http://Forum.Example:8080/a", "forum.example", "/a")]
    [InlineData("https:/forum.example/a", "https://forum.example/a", "forum.example", "/a")]
    [InlineData("https://forum.example./", "https://forum.example./", "forum.example", "/")]
    [InlineData("https://forum.example", "https://forum.example", "forum.example", "/")]
    [InlineData("https://forum.example/#!/ada/status/7", "https://forum.example/#!/ada/status/7", "forum.example", "/ada/status/7")]
    [InlineData("https://forum.example/#/watch?v=7", "https://forum.example/#/watch?v=7", "forum.example", "/watch")]
    public void Address_is_read_as_browsers_read_it(string text, string whole, string host, string path)
    {
        Assert.True(WebAddress.TryParse(text, out var address));
        Assert.Equal((whole, host, path), (address.Text, address.Host, address.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("forum.example/a")]
    [InlineData("/a/b")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://forum.example/")]
    [InlineData("https://user:secret@forum.example/")]
    [InlineData("https://localhost/")]
    [InlineData("https://")]
    [InlineData("data:text/html,x")]
    public void Anything_else_is_no_address(string text) => Assert.False(WebAddress.TryParse(text, out _));

    [Theory]
    [InlineData("https://forum.example/?a=1&b=2", "b", "2")]
    [InlineData("https://forum.example/?a=1&amp;b=2", "b", "2")]
    [InlineData("https://forum.example/?u=https%3A%2F%2Fx.example%2Fy", "u", "https://x.example/y")]
    [InlineData("https://forum.example/?q=two+words", "q", "two words")]
    [InlineData("https://forum.example/?aa=1", "a", null)]
    public void Query_gives_the_decoded_value(string text, string name, string? value)
    {
        Assert.True(WebAddress.TryParse(text, out var address));
        Assert.Equal(value, address.Query(name));
    }

    [Fact]
    public void Domain_covers_what_lies_below_it_and_nothing_beside_it()
    {
        Assert.True(WebAddress.TryParse("https://m.forum.example/", out var below));
        Assert.True(WebAddress.TryParse("https://notforum.example/", out var beside));

        Assert.True(below.IsUnder("forum.example"));
        Assert.False(beside.IsUnder("forum.example"));
    }

    [Fact]
    public void No_text_makes_it_throw() => Gen.String.Sample(text =>
    {
        if (WebAddress.TryParse(text, out var address))
            _ = address.Query("a") + address.Segments.Length;
        if (WebAddress.TryParse("https://forum.example/" + text, out address))
            _ = address.Query(text) + address.Segments.Length;
    });

    [Theory]
    [InlineData("https://web.archive.org/web/20190717140047/https://forum.example/a?b=c#d", "https://forum.example/a?b=c#d")]
    [InlineData("http://web.archive.org/web/2019id_/http://forum.example/a", "http://forum.example/a")]
    [InlineData("https://web.archive.org/web/20190717140047im_/http:/forum.example/a", "http://forum.example/a")]
    [InlineData("https://archive.ph/o/kYe5n/https://forum.example/a", "https://forum.example/a")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Fforum.example%2Fa&h=x", "https://forum.example/a")]
    [InlineData("https://www.google.com/url?sa=t&url=https%3A%2F%2Fforum.example%2Fa", "https://forum.example/a")]
    [InlineData("https://forum-example.cdn.ampproject.org/c/s/forum.example/a", "https://forum.example/a")]
    [InlineData("https://web.archive.org/web/2019/https://l.facebook.com/l.php?u=https%3A%2F%2Fforum.example%2Fa", "https://forum.example/a")]
    [InlineData("https://forum.example/a", "https://forum.example/a")]
    public void Wrapped_address_is_taken_out(string text, string inner)
    {
        Assert.True(WebAddress.TryParse(text, out var address));
        Assert.Equal(inner, WrappedAddress.Unwrap(address).Text);
    }
}
