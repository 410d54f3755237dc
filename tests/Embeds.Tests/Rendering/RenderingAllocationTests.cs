using System.Text;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Tests.Rendering;

/// <summary>What a rendering costs in memory, against the length of what it writes. No clock is asked.</summary>
public class RenderingAllocationTests
{
    private const int Times = 50;
    private static readonly IReadOnlyList<QuoteBlock> Blocks = [.. SampleQuotes.Of("fixtures"), .. SampleQuotes.Of("articles")];

    [Theory]
    [InlineData(HtmlCarrier.None)]
    [InlineData(HtmlCarrier.Attribute)]
    public void Figure_costs_at_most_three_times_its_length(HtmlCarrier carrier)
    {
        var renderer = new HtmlQuoteRenderer(new HtmlQuoteOptions { Carrier = carrier });
        using var output = new Counter();
        long allocated = Cost(block => renderer.Render(block, output));
        long written = output.Bytes * Times / (Times + 1);

        Assert.True(allocated <= 3 * written, $"{(double)allocated / written:0.00} bytes allocated for each byte written");
    }

    // Once without looking, so that nothing is counted that is made only once.
    private static long Cost(Action<QuoteBlock> render)
    {
        foreach (QuoteBlock block in Blocks)
            render(block);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Times; i++)
        {
            foreach (QuoteBlock block in Blocks)
                render(block);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class Counter : TextWriter
    {
        public long Bytes { get; set; }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Bytes += Encoding.UTF8.GetByteCount([value]);

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(ReadOnlySpan<char> buffer) => Bytes += Encoding.UTF8.GetByteCount(buffer);
    }
}
