namespace Embeds.ConsoleTests.Support;

/// <summary>Small articles for tests.</summary>
internal static class Pages
{
    /// <summary>One post in the official markup.</summary>
    public const string OnePost = """
        <!DOCTYPE html><html lang="en"><head><title>One post</title></head><body><article><p>They said:</p>
        <blockquote class="twitter-tweet"><p lang="en" dir="ltr">The ferry is back.</p>&mdash; Pia Hollow (@pia_hollow_ex) <a href="https://twitter.com/pia_hollow_ex/status/1106264258717634310">March 14, 2019</a></blockquote>
        </article></body></html>
        """;

    /// <summary>An article that quotes nobody.</summary>
    public const string NoPost = "<!DOCTYPE html><html><head><title>No post</title></head><body><article><p>Nothing was said that day.</p></article></body></html>";
}
