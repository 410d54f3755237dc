using CsCheck;
using Embeds.Detection.Payloads;
using Embeds.Platforms;

namespace Embeds.Tests.Detection.Payloads;

public sealed class PayloadScannerTests
{
    private const string Post = "https://twitter.com/nell_harrow/status/1031200000000000001";

    private static readonly PlatformCatalog Catalog = new(PlatformCatalog.BuiltIn);

    private static List<PayloadString> Scan(string script)
    {
        var scanner = new PayloadScanner(Catalog);
        scanner.Scan(script);
        return scanner.Strings;
    }

    [Theory]
    [InlineData("{\"body\":[{\"url\":\"" + Post + "\"}]}", "body")]
    [InlineData("window.x = {body: [{url: '" + Post + "'}]}; // it's a comment: \"", "body")]
    [InlineData("/* \" */ var d = {\"body\":{\"url\":\"https:\\/\\/twitter.com\\/nell_harrow\\/status\\/1031200000000000001\"}}", "body")]
    [InlineData("d = JSON.parse(\"{\\\"body\\\":{\\\"url\\\":\\\"" + Post + "\\\"}}\")", "body")]
    [InlineData("{\"a\":[1,2,{\"b\":true}],\"body\":{\"n\":null,\"url\":\"" + Post + "\"}}", "body")]
    public void String_is_found_with_the_names_on_the_way_to_it(string script, string outer)
    {
        var found = Assert.Single(Scan(script));

        Assert.Equal(Post, found.Value);
        Assert.Equal("url", found.Key);
        var keys = new List<string?>();
        for (var node = found.Node; node is not null; node = node.Parent)
            keys.Add(node.Key);
        Assert.Contains(outer, keys);
    }

    [Fact]
    public void Nesting_without_end_is_given_up() =>
        Assert.Empty(Scan(new string('[', 100_000) + '"' + Post + '"'));

    [Fact]
    public void Any_script_can_be_read()
    {
        Gen.OneOf("\"", "'", "`", "\\", "{", "}", "[", "]", ":", ",", "/", "//", "/*", "*/", "\n", "<blockquote data-a>", "\\u003c", Post, "body", " ")
            .Array[0, 40].Select(string.Concat)
            .Sample(script => Scan(script).Count <= script.Length);
    }
}
