using Embeds.Capture.Http;

namespace Embeds.Tests.Capture.Http;

public sealed class FetchOptionsTests
{
    public static TheoryData<string, Action<FetchOptions>> OutOfRange => new()
    {
        { nameof(FetchOptions.TimeoutPerTry), options => options.TimeoutPerTry = TimeSpan.Zero },
        { nameof(FetchOptions.TimeoutPerTry), options => options.TimeoutPerTry = Timeout.InfiniteTimeSpan },
        { nameof(FetchOptions.TotalTimeout), options => options.TotalTimeout = TimeSpan.FromDays(2) },
        { nameof(FetchOptions.MaxRetries), options => options.MaxRetries = -1 },
        { nameof(FetchOptions.MaxRetries), options => options.MaxRetries = 11 },
        { nameof(FetchOptions.RetryBaseDelay), options => options.RetryBaseDelay = TimeSpan.FromSeconds(-1) },
        { nameof(FetchOptions.MaxRetryAfter), options => options.MaxRetryAfter = TimeSpan.FromSeconds(-1) },
        { nameof(FetchOptions.MaxRedirects), options => options.MaxRedirects = 51 },
        { nameof(FetchOptions.MaxBodyBytes), options => options.MaxBodyBytes = 0 },
    };

    [Fact]
    public void Defaults_are_valid_and_name_the_library()
    {
        var options = new FetchOptions();
        options.Validate();
        Assert.Matches(@"^Embeds/\d+\.\d+\.\d+$", options.UserAgent);
        Assert.False(options.AllowPrivateNetwork);
    }

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Validate_out_of_range_names_the_option(string name, Action<FetchOptions> change)
    {
        var options = new FetchOptions();
        change(options);
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(options.Validate).ParamName);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("newsroom/1.0 (unclosed")]
    [InlineData("newsroom/1.0\r\nCookie: a=b")]
    public void Validate_user_agent_that_is_no_header_throws(string userAgent) =>
        Assert.Throws<ArgumentException>(nameof(FetchOptions.UserAgent), new FetchOptions { UserAgent = userAgent }.Validate);

    [Fact]
    public void Validate_total_time_shorter_than_one_try_throws() =>
        Assert.Throws<ArgumentException>(nameof(FetchOptions.TotalTimeout), new FetchOptions { TotalTimeout = TimeSpan.FromSeconds(1) }.Validate);

    [Fact]
    public void Copy_does_not_follow_later_changes()
    {
        var options = new FetchOptions();
        FetchOptions copy = options.ToValidatedCopy();
        options.MaxRedirects = 3;
        Assert.Equal(10, copy.MaxRedirects);
    }
}
