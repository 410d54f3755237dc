using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Embeds.Articles;

/// <summary>
/// Parses markup under a deadline. A few kilobytes can cost the parser minutes (each open formatting element is opened again
/// in each paragraph), so the clock is looked at while elements are made.
/// </summary>
internal sealed class ArticleParser(TimeSpan deadline, TimeProvider clock)
{
    private const int CheckEvery = 256;

    private Deadline? _time;

    /// <summary>The deadline of an article that is begun now.</summary>
    public Deadline Begin() => new(deadline, clock);

    /// <summary>A parser for one article or its pieces: all that it parses has to be parsed within one time.</summary>
    public ArticleParser Within(Deadline time) => new(deadline, clock) { _time = time };

    /// <param name="html">The markup.</param>
    /// <param name="keepPositions">Whether elements remember where in the markup they began; costs a quarter more memory.</param>
    /// <exception cref="ArticleUnreadableException">The deadline passed.</exception>
    public IHtmlDocument Parse(string html, bool keepPositions = false)
    {
        var time = _time ?? Begin();
        var untilCheck = CheckEvery;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            SkipComments = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = !keepPositions,
            IsKeepingSourceReferences = keepPositions,
            OnCreated = (_, _) =>
            {
                if (--untilCheck > 0)
                    return;
                // Said again at each element: of a frame's own document (srcdoc) the parser swallows it.
                if (time.HasPassed)
                    throw new ArticleUnreadableException("parse-deadline", FormattableString.Invariant($"The article's markup was not parsed within {deadline.TotalSeconds:0.###} s: it nests or repeats without end."));
                untilCheck = CheckEvery;
            },
        });
        return parser.ParseDocument(html);
    }
}
