using System.Globalization;
using Embeds.Tests.Support;

namespace Embeds.Tests.Rewriting;

/// <summary>The laws of rewriting over the pages and feeds for measuring; the figures and what was refused go to the test's output.</summary>
public sealed class CorpusRewritingTests
{
    private const double MostRefused = 0.02;

    [Fact]
    public void Real_pages_keep_every_law_and_nearly_no_embed_is_refused()
    {
        if (Fixtures.Shared is not { } shared)
        {
            Assert.Skip("Needs the pages for measuring, which are not on this machine.");
            return;
        }

        using var archiver = new EmbedArchiver(new EmbedArchiverOptions { Recover = false, ParseDeadline = TimeSpan.FromMinutes(1) });
        int pages = 0, untouched = 0, blocks = 0, refused = 0;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(shared, "corpus", "pages")).Concat(Directory.EnumerateFiles(Path.Combine(shared, "corpus", "feeds", "pages"))).Order(StringComparer.Ordinal))
        {
            pages++;
            var (name, original) = (Path.GetFileName(path), File.ReadAllBytes(path));
            if (Rewritten.Check(archiver, original, name) is not { } rewritten)
            {
                untouched++;
                Say($"{name}: not touched, for its bytes are not valid in its own encoding");
                continue;
            }

            // Only a page is HTML as a whole.
            Assert.True(!name.EndsWith(".html", StringComparison.Ordinal) || ErrorsOf(rewritten.Bytes.Span) <= ErrorsOf(original), $"{name}: parses worse than before");
            blocks += rewritten.Replacements.Count(r => r.Key is not null);
            refused += rewritten.Refusals.Length;
            foreach (var refusal in rewritten.Refusals)
                Say($"{name}: {refusal.Key} {refusal.Code}");
        }

        Say($"{pages} files, {untouched} not touched, {blocks} blocks set in, {refused} embeds refused");
        Assert.True(untouched <= pages * MostRefused, $"{untouched} of {pages} files not touched");
        Assert.True(refused <= (blocks + refused) * MostRefused, $"{refused} refused, {blocks} set in");
    }

    private static int ErrorsOf(ReadOnlySpan<byte> page) => Rewritten.ParseErrors(Rewritten.Decode(page));

    private static void Say(FormattableString line) => TestContext.Current.TestOutputHelper?.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
