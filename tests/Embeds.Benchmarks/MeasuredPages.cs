using BenchmarkDotNet.Attributes;

namespace Embeds.Benchmarks;

/// <summary>What works on all pages of the folder, read before the clock runs.</summary>
[MemoryDiagnoser]
public abstract class MeasuredPages
{
    protected byte[][] Bytes { get; private set; } = [];

    protected string[] Texts { get; private set; } = [];

    [GlobalSetup]
    public void Load()
    {
        Bytes = Pages.Bytes();
        Texts = Pages.Texts();
    }
}
