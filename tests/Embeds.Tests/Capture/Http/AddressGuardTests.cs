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
    [InlineData("http://reader@news.example/")]
    [InlineData("http://reader:secret@news.example/")]
    [InlineData("http://news.example@127.0.0.1/")]
    [InlineData("http://news.example%40mirror.example@10.0.0.1/")]
    [InlineData("http://:@news.example/")]
    public void Check_refuses_a_user_part(string url) => Assert.Equal(AddressVerdict.UserInfo, Check(url));

    [Theory]
    [InlineData("http://news.example:22/")]
    [InlineData("http://news.example:8080/")]
    [InlineData("https://news.example:8443/")]
    [InlineData("http://news.example:0/")]
    [InlineData("http://127.0.0.1:6379/")]
    public void Check_refuses_other_ports(string url) => Assert.Equal(AddressVerdict.ClosedPort, Check(url));

    [Theory]
    [InlineData("http://localhost/")]
    [InlineData("http://LocalHost/")]
    [InlineData("http://localhost./")]
    [InlineData("http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/")]
    [InlineData("http://ｌｏｃａｌｈｏｓｔ/")]
    [InlineData("http://app.localhost/")]
    [InlineData("http://localhost.localdomain/")]
    [InlineData("http://intranet/")]
    [InlineData("http://printer.local/")]
    [InlineData("http://printer.LOCAL/")]
    [InlineData("http://printer。local/")]
    [InlineData("http://metadata.google.internal/")]
    [InlineData("http://metadata.google.internal./")]
    [InlineData("http://router.home.arpa/")]
    [InlineData("http://home.arpa/")]
    [InlineData("http://news.example./")]
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://4294967296/")]
    public void Check_refuses_names_of_private_networks(string url) => Assert.Equal(AddressVerdict.LocalName, Check(url));

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://127.255.255.254/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://00000177.0.0.1/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://127.0.0.0x1/")]
    [InlineData("http://①②⑦.0.0.1/")]
    [InlineData("http://１２７.0.0.1/")]
    [InlineData("http://１２７．０．０．１/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://0/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://0.1.2.3/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://167772161/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://100.100.100.200/")]
    [InlineData("http://168.63.129.16/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://0xa9fea9fe/")]
    [InlineData("http://0251.0376.0251.0376/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://172.31.255.255/")]
    [InlineData("http://192.0.0.192/")]
    [InlineData("http://192.0.2.1/")]
    [InlineData("http://192.88.99.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://198.18.0.1/")]
    [InlineData("http://198.19.255.255/")]
    [InlineData("http://198.51.100.7/")]
    [InlineData("http://203.0.113.7/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://239.255.255.250/")]
    [InlineData("http://240.0.0.1/")]
    [InlineData("http://255.255.255.255/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[0:0:0:0:0:0:0:1]/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[::8.8.8.8]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[::ffff:a9fe:a9fe]/")]
    [InlineData("http://[::ffff:0:127.0.0.1]/")]
    [InlineData("http://[64:ff9b::127.0.0.1]/")]
    [InlineData("http://[64:ff9b::a9fe:a9fe]/")]
    [InlineData("http://[64:ff9b:1::8.8.8.8]/")]
    [InlineData("http://[100::1]/")]
    [InlineData("http://[2001::1]/")]
    [InlineData("http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/")]
    [InlineData("http://[2001:db8::1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[2002:c0a8:101::1]/")]
    [InlineData("http://[3fff::1]/")]
    [InlineData("http://[5f00::1]/")]
    [InlineData("http://[fc00::1]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://[fec0::1]/")]
    [InlineData("http://[ff02::1]/")]
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
