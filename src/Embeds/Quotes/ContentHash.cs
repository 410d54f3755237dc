using System.Buffers;
using System.Security.Cryptography;

namespace Embeds.Quotes;

/// <summary>SHA-256 as the format writes it: 64 lower-case hex digits.</summary>
internal static class ContentHash
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private const int HexLength = SHA256.HashSizeInBytes * 2;

    public static string Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return Convert.ToHexStringLower(hash);
    }

    public static bool IsWellFormed(ReadOnlySpan<char> hash) =>
        hash.Length == HexLength && !hash.ContainsAnyExcept(HexDigits);
}
