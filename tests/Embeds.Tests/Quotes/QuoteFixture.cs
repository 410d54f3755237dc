using System.Reflection;
using Embeds.Quotes;

namespace Embeds.Tests.Quotes;

/// <summary>The blocks under tests/Fixtures/quotes, which another implementation of RFC 8785 has sealed.</summary>
internal static class QuoteFixture
{
    public const string Full = "full.json";
    public const string Recovered = "recovered.json";

    public static TheoryData<string> All => [Full, Recovered];

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder("Fixtures"), "quotes", name));

    public static QuoteBlock Read(string name) => QuoteBlock.Parse(Bytes(name));

    /// <summary>A folder that the project names, for a built assembly does not know where its sources were.</summary>
    public static string Folder(string name) => typeof(QuoteFixture).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key.Equals(name, StringComparison.Ordinal)).Value!;
}
