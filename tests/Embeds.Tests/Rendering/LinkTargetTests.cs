using Embeds.Rendering;

namespace Embeds.Tests.Rendering;

public class LinkTargetTests
{
    [Theory]
    [InlineData("https://a.example/")]
    [InlineData("http://a.example")]
    [InlineData("HTTPS://A.example/x?y=1&z=%20#f")]
    [InlineData("https://пристань.example/дом")]
    public void Web_address_is_linked_as_it_is(string url) => Assert.Equal(url, LinkTarget.Of(url));

    [Theory]
    [InlineData("https://a.example/a b", "https://a.example/a%20b")]
    [InlineData("https://a.example/<\">", "https://a.example/%3C%22%3E")]
    [InlineData("https://a.example/{x}|`^", "https://a.example/%7Bx%7D%7C%60%5E")]
    [InlineData("https://a.example/\u202Egnp.exe", "https://a.example/%E2%80%AEgnp.exe")]
    [InlineData("https://a.example/🎉\u200B", "https://a.example/%F0%9F%8E%89%E2%80%8B")]
    public void What_an_address_cannot_hold_bare_is_encoded(string url, string href) => Assert.Equal(href, LinkTarget.Of(url));

    // Not a theory: its data would be replaced on the way into the test.
    [Fact]
    public void Half_of_a_surrogate_pair_becomes_replacement() =>
        Assert.Equal("https://a.example/\uFFFD", LinkTarget.Of("https://a.example/\uD800"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://")]
    [InlineData("https:///x")]
    [InlineData("https://?x")]
    [InlineData("https://a.example b.example/")]
    [InlineData("https://a.example<b>/")]
    [InlineData("//a.example/")]
    [InlineData("/relative")]
    [InlineData(" https://a.example/")]
    [InlineData("javascript:alert(1)//https://a.example")]
    [InlineData("https:a.example")]
    [InlineData("ftp://a.example/")]
    [InlineData("at://did:plc:x/y")]
    [InlineData("https://a.example\\@b.example/")]
    [InlineData("https://a.example/\n")]
    [InlineData("ht\ttps://a.example/")]
    public void Anything_else_is_not_linked(string? url) => Assert.Null(LinkTarget.Of(url));
}
