using Embeds.Capture.Http;

namespace Embeds.Tests.Capture.Http;

public sealed class FetchRequestTests
{
    private static readonly FetchRequest Usual = new() { Url = new Uri("https://news.example/story"), Accepted = AcceptedContent.Answer("text/html"), MaxBodyBytes = 1000 };

    [Fact]
    public void Message_says_who_asks_and_for_what_and_nothing_else()
    {
        using var message = Usual.ToMessage("newsroom/1.0");

        Assert.Equal(["User-Agent: newsroom/1.0", "Accept: text/html"], Headers(message));
        Assert.Equal(HttpMethod.Get, message.Method);
    }

    [Fact]
    public void Time_near_which_a_copy_is_wanted_is_sent_as_Memento_has_it()
    {
        using var message = (Usual with { Around = new DateTimeOffset(2021, 12, 1, 12, 30, 0, TimeSpan.FromHours(2)) }).ToMessage("newsroom/1.0");

        Assert.Contains("Accept-Datetime: Wed, 01 Dec 2021 10:30:00 GMT", Headers(message));
    }

    [Fact]
    public void Earlier_answer_is_asked_about_by_its_marks()
    {
        using var message = (Usual with { Known = new Freshness(null, MayStore: true, "\"abc\"", "Wed, 01 Dec 2021 10:30:00 GMT") }).ToMessage("newsroom/1.0");

        Assert.Contains("If-None-Match: \"abc\"", Headers(message));
        Assert.Contains("If-Modified-Since: Wed, 01 Dec 2021 10:30:00 GMT", Headers(message));
    }

    private static IEnumerable<string> Headers(HttpRequestMessage message) => message.Headers.NonValidated.Select(header => $"{header.Key}: {header.Value}");
}
