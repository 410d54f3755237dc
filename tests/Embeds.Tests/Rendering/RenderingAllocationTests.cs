using System.Text;
using Embeds.Quotes;
using Embeds.Rendering;

namespace Embeds.Tests.Rendering;

/// <summary>What a rendering costs in memory, against the length of what it writes. No clock is asked.</summary>
public class RenderingAllocationTests
{
    [Fact]
    public void Figure_costs_at_most_three_times_its_length()
    {
        IReadOnlyList<QuoteBlock> blocks = [.. SampleQuotes.Of("fixtures"), .. SampleQuotes.Of("articles")];
        var renderer = new HtmlQuoteRenderer();
        using var output = new Counter();
        Render(renderer, blocks, output);
        output.Bytes = 0;

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++)
            Render(renderer, blocks, output);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated <= 3 * output.Bytes, $"{(double)allocated / output.Bytes:0.00} bytes allocated for each byte written");
    }

    private static void Render(HtmlQuoteRenderer renderer, IReadOnlyList<QuoteBlock> blocks, TextWriter output)
    {
        foreach (QuoteBlock block in blocks)
            renderer.Render(block, output);
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
