using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;
using Ganss.Xss;
using HtmlAgilityPack;
using SmartReader;

namespace Embeds.Benchmarks;

/// <summary>The whole job beside what others take for a part of it, over the same pages.</summary>
public class Comparison : MeasuredPages
{
    // What a script of one's own would ask for: the posts' own markup, their frames, their AMP elements.
    private static readonly string[] Selectors =
    [
        "blockquote.twitter-tweet", "blockquote.twitter-video", "blockquote.instagram-media", "blockquote.tiktok-embed", "blockquote.reddit-embed-bq", "blockquote.reddit-card",
        "blockquote.bluesky-embed", "blockquote.mastodon-embed", "blockquote.text-post-media", "blockquote.imgur-embed-pub", "div.fb-post", "div.fb-video", "div.tumblr-post",
        "iframe[src*='youtube.com/embed/']", "iframe[src*='youtube-nocookie.com/embed/']", "iframe[src*='player.vimeo.com/video/']", "iframe[src*='facebook.com/plugins/']",
        "iframe[src*='dailymotion.com/embed/']", "iframe[src*='open.spotify.com/embed']", "iframe[src*='w.soundcloud.com/player']", "iframe[src*='platform.twitter.com/embed/']",
        "iframe[src*='instagram.com/p/']", "iframe[src*='linkedin.com/embed/']", "iframe[src*='t.me/']", "amp-twitter", "amp-instagram", "amp-facebook", "amp-youtube",
        "a[data-pin-do='embedPin']", "script[data-telegram-post]",
    ];

    private readonly HtmlParser _parser = new();
    private readonly EmbedArchiver _embeds = new(new EmbedArchiverOptions { ParseDeadline = TimeSpan.FromMinutes(1) });
    private readonly HtmlSanitizer _sanitizer = new();

    [Benchmark(Baseline = true)]
    public int AngleSharp() => Over(text => _parser.ParseDocument(text).ChildNodes.Length);

    [Benchmark]
    public int AngleSharpAndSelectors() => Over(text =>
    {
        var document = _parser.ParseDocument(text);
        return Selectors.Sum(selector => document.QuerySelectorAll(selector).Length);
    });

    [Benchmark]
    public int HtmlAgilityPack() => Over(text =>
    {
        var document = new HtmlDocument();
        document.LoadHtml(text);
        return document.DocumentNode.ChildNodes.Count;
    });

    [Benchmark]
    public int SmartReader() => Over(text => new Reader("https://news.example/story", text).GetArticle().Length);

    [Benchmark]
    public int HtmlSanitizer() => Over(text => _sanitizer.Sanitize(text).Length);

    /// <summary>Bytes to sealed blocks as JSON, with the quotes that lost their embed.</summary>
    [Benchmark]
    public int Embeds() => Bytes.Sum(page => _embeds.ReadAll(page).Sum(article => article.ToUtf8Json().Length));

    private int Over(Func<string, int> work) => Texts.Sum(work);
}
