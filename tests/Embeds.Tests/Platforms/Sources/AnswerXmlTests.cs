using Embeds.Platforms.Sources;

namespace Embeds.Tests.Platforms.Sources;

public sealed class AnswerXmlTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{\"a\":1}")]
    [InlineData("<a><b></a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a/>")]
    public void What_is_no_safe_xml_is_no_answer(string text) => Assert.Null(AnswerXml.Read(text));

    [Theory]
    [InlineData(60, true)]
    [InlineData(100_000, false)]
    public void Depth_has_an_end(int levels, bool isRead)
    {
        var text = string.Concat(Enumerable.Repeat("<a>", levels)) + string.Concat(Enumerable.Repeat("</a>", levels));

        Assert.Equal(isRead, AnswerXml.Read(text) is not null);
    }

    [Fact]
    public void Children_are_found_whatever_their_namespace()
    {
        var root = AnswerXml.Read("<feed xmlns='http://www.w3.org/2005/Atom'><id> 7 </id><title> </title></feed>")!;

        Assert.Equal(("7", null, null), (root.Text("id"), root.Text("title"), root.Text("author")));
    }
}
