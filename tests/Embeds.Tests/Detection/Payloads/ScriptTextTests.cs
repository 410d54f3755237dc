using System.Text.Json;
using CsCheck;
using Embeds.Detection.Payloads;

namespace Embeds.Tests.Detection.Payloads;

public sealed class ScriptTextTests
{
    [Fact]
    public void Json_strings_come_back_as_they_were()
    {
        Gen.String.Where(s => !s.AsSpan().ContainsAny('\b', '\f')).Sample(text =>
        {
            var literal = JsonSerializer.Serialize(text)[1..^1];
            // A lone surrogate is no text; the serializer replaces it before we see it.
            Assert.Equal(JsonSerializer.Deserialize<string>('"' + literal + '"'), ScriptText.Unescape(literal));
        });
    }

    [Theory]
    [InlineData(@"\x3Cb\x3E", "<b>")]
    [InlineData(@"<\/p>", "</p>")]
    [InlineData(@"\u003cb", "<b")]
    [InlineData(@"\u00zz", "u00zz")]
    [InlineData(@"end\", @"end\")]
    public void Scripts_escape_in_more_ways_than_json(string literal, string expected) =>
        Assert.Equal(expected, ScriptText.Unescape(literal));
}
