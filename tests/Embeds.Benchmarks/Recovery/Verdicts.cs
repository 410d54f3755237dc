using System.Security.Cryptography;
using System.Text;
using Embeds.Recovery;

namespace Embeds.Benchmarks.Recovery;

/// <summary>
/// What somebody found who read the quotes that no label speaks of: a file with one a line, the first twelve digits of the
/// SHA-256 of the folded words (where none are left, of what stands before their place), then <c>post</c> or <c>no</c>. So it names quotes without holding them.
/// </summary>
internal sealed class Verdicts(IReadOnlyDictionary<string, bool> byKey)
{
    private const int Digits = 12;
    private const int Before = 40;

    public static Verdicts Read(string file) => new(File.ReadLines(file)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(parts => parts is [{ Length: Digits }, "post" or "no", ..])
        .ToDictionary(parts => parts[0], parts => parts[1] == "post", StringComparer.Ordinal));

    /// <summary>Null where nobody has read it.</summary>
    public bool? Of(string key) => byKey.TryGetValue(key, out var isPost) ? isPost : null;

    /// <param name="words">The quote's words.</param>
    /// <param name="until">The text up to the quote's end, by which it is named where no words are left.</param>
    public static string KeyOf(string words, ReadOnlySpan<char> until)
    {
        var folded = QuoteMatcher.Normalize(words.Length > 0 ? words : until[Math.Max(0, until.Length - Before)..]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)))[..Digits];
    }
}
