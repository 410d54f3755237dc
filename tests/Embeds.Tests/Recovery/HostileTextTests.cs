using System.Text;
using Embeds.Articles;
using Embeds.Recovery;

namespace Embeds.Tests.Recovery;

/// <summary>Texts made of nothing but the beginnings of cues: each must end, and in a time that grows with its length only.</summary>
public class HostileTextTests
{
    /// <summary>Enough for anything quadratic to take minutes.</summary>
    private static readonly int Length = int.Parse(Environment.GetEnvironmentVariable("EMBEDS_HOSTILE") ?? "100000", System.Globalization.CultureInfo.InvariantCulture);

    public static TheoryData<string> Pieces =>
    [
        "(@", "@", "— A (@b) ", "— A (@b) May 1, 2020\n", "— A (@b) May 1, 2020\n\n", "x\n\n— A (@b) May 1, 2020\n\n",
        "tweeted “", "tweeted “a b c” ", "“", "\"", "\"a\" ", "“a”, tweeted Ana. ", "Tweet: ", "Tweet:\n\n", "Tweet: x\n", "Another tweet, from Ana. @b\n\n",
        "He tweeted:\n\n", "He tweeted:\n\nI do\n\n", "Reactions\n\n", "Reactions\n\nI like it a lot!\n\n", "I like it a lot!\n\n", "♬", "@a ♬\n", "@a\n\n", "x\n\n@a\n\n",
        "A post shared by ", "A post shared by A (@b)\n\n", "View this post on Instagram\n", "Posted by A on ", "Twitter / @a: ", "https://t.co/a ", "https://twitter.com/a/status/1\n\n",
        "a ∙ ", "8:44 AM ∙ Mar 15, 2023\n\n", "A @b\n\n", "#", "#a ", "[", "@a (B", "\n", "\n\n", " ", "a", "a ", "Ana Torres, ", "A. ", "17 ", "1:", "2017年", "\U0001F600", "\uD83D", "。", "ツイッターで「", "– ", "> ", "** ",
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Repeated_beginnings_of_cues_end(string piece)
    {
        var text = new StringBuilder(Length + piece.Length);
        while (text.Length < Length)
            text.Append(piece);
        Read(text.ToString());

        // With a blank line somewhere, all the others are lines of one block.
        Read("x\n\n" + text);
    }

    private static void Read(string text)
    {
        ArticleText article = PlainTextBlocks.Read(text);
        foreach (RecoveredQuote quote in new QuoteRecoverer(Permalinks.Recognise).Recover(article, TestContext.Current.CancellationToken))
            Assert.True(quote.Whole.Start <= quote.WordsSpan.Start && quote.WordsSpan.End <= quote.Whole.End && quote.Whole.End <= article.Text.Length);
    }
}
