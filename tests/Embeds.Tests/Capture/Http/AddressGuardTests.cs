using System.Net;
using CsCheck;
using Embeds.Capture.Http;

namespace Embeds.Tests.Capture.Http;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("http://news.example/")]
    [InlineData("https://news.example/story?id=1#top")]
    [InlineData("HTTPS://NEWS.EXAMPLE:443/")]
    [InlineData("http://news.example:443/")]
    [InlineData("https://news.example:80/")]
    [InlineData("http://news.example:/")]
    [InlineData("http://@news.example/")]
    [InlineData("https://größe.example/")]
    [InlineData("https://新聞.example/")]
    [InlineData("https://exa_mple.example/")]
    [InlineData("https://internal.example/")]
    [InlineData("https://mylocal.example/")]
    [InlineData("http://8.8.8.8/")]
    [InlineData("http://134744072/")]
    [InlineData("http://172.15.255.255/")]
    [InlineData("http://172.32.0.0/")]
    [InlineData("http://100.63.255.255/")]
    [InlineData("http://100.128.0.0/")]
    [InlineData("http://[2606:4700:4700::1111]/")]
    [InlineData("http://[::ffff:8.8.8.8]/")]
    [InlineData("http://[64:ff9b::8.8.8.8]/")]
    [InlineData("http://[2002:808:808::1]/")]
    public void Check_lets_public_urls_pass(string url) => Assert.Equal(AddressVerdict.Allowed, Check(url));

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://news.example/")]
    [InlineData("gopher://news.example/")]
    [InlineData("data:text/html,hello")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ws://news.example/")]
    [InlineData("mailto:desk@news.example")]
    public void Check_refuses_other_schemes(string url) => Assert.Equal(AddressVerdict.WrongScheme, Check(url));

    [Theory]
    [MemberData(nameof(RefusedSpellings.WithUserPart), MemberType = typeof(RefusedSpellings))]
    public void Check_refuses_a_user_part(string url) => Assert.Equal(AddressVerdict.UserInfo, Check(url));

    [Theory]
    [InlineData("http://news.example:22/")]
    [InlineData("http://news.example:8080/")]
    [InlineData("https://news.example:8443/")]
    [InlineData("http://news.example:0/")]
    [InlineData("http://127.0.0.1:6379/")]
    public void Check_refuses_other_ports(string url) => Assert.Equal(AddressVerdict.ClosedPort, Check(url));

    [Theory]
    [MemberData(nameof(RefusedSpellings.LocalNames), MemberType = typeof(RefusedSpellings))]
    public void Check_refuses_names_of_private_networks(string url) => Assert.Equal(AddressVerdict.LocalName, Check(url));

    [Theory]
    [MemberData(nameof(RefusedSpellings.OutsideAddresses), MemberType = typeof(RefusedSpellings))]
    public void Check_refuses_addresses_outside_the_public_internet(string url) => Assert.Equal(AddressVerdict.NotPublic, Check(url));

    [Theory]
    [InlineData("http://xn--①.example\u200D/")]
    [InlineData("http://_א.example/")]
    public void Check_refuses_names_without_a_form_for_dns(string url) => Assert.Equal(AddressVerdict.BadHost, Check(url));

    [Theory]
    [InlineData("http://localhost:5000/", "Allowed")]
    [InlineData("http://192.168.1.1:8080/", "Allowed")]
    [InlineData("https://intranet/", "Allowed")]
    [InlineData("http://100.64.0.1/", "Allowed")]
    [InlineData("http://[fd00::1]/", "Allowed")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "NeverAsked")]
    [InlineData("http://2852039166/", "NeverAsked")]
    [InlineData("http://168.63.129.16/", "NeverAsked")]
    [InlineData("http://100.100.100.200/", "NeverAsked")]
    [InlineData("http://[::ffff:a9fe:a9fe]/", "NeverAsked")]
    [InlineData("http://[64:ff9b::a9fe:a9fe]/", "NeverAsked")]
    [InlineData("http://[fe80::1]/", "NeverAsked")]
    [InlineData("http://[fd00:ec2::254]/", "NeverAsked")]
    [InlineData("file:///etc/passwd", "WrongScheme")]
    [InlineData("http://reader:secret@localhost/", "UserInfo")]
    [InlineData("http://_א.example/", "BadHost")]
    public void Check_with_private_networks_allowed_still_refuses_other_schemes_odd_forms_and_metadata_services(string url, string verdict) =>
        Assert.Equal(verdict, AddressGuard.Check(new Uri(url), allowPrivateNetwork: true).ToString());

    [Fact]
    public void Check_never_throws()
    {
        Gen<string> part = Gen.OneOf(
            "xn--", "a", ".", "-", "\u0661", "\u05D0", "\u200D", "\u202E", "ß", "①", "。", "_", "\u0300", "1", "\U0001F600", "example", "\u2024", "\u00AD", "[", "]", ":", "@", "%41");
        part.Array[1, 8].Select(string.Concat).Sample(host =>
        {
            if (Uri.TryCreate($"http://{host}/", UriKind.Absolute, out Uri? uri)) AddressGuard.Check(uri, allowPrivateNetwork: false);
        });
    }

    [Fact]
    public void IsPublic_sees_the_ipv4_address_inside_an_ipv6_address() => Gen.UInt.Sample(number =>
    {
        byte[] four = [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
        bool isPublic = AddressGuard.IsPublic(new IPAddress(four));

        Assert.Equal(isPublic, AddressGuard.IsPublic(new IPAddress(four).MapToIPv6()));
        Assert.Equal(isPublic, AddressGuard.IsPublic(new IPAddress([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0, .. four])));
        Assert.Equal(isPublic, AddressGuard.IsPublic(new IPAddress([0x20, 0x02, .. four, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])));
        Assert.False(AddressGuard.IsPublic(new IPAddress([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. four])));
    });

    private static AddressVerdict Check(string url) => AddressGuard.Check(new Uri(url), allowPrivateNetwork: false);
}
