using Embeds.Languages;

namespace Embeds.Recovery;

/// <summary>Account names as they are written behind an <c>@</c>.</summary>
internal static class Handles
{
    private const int Longest = 120;

    /// <summary>
    /// The handle behind the <c>@</c> at <paramref name="at"/>, without it: <c>name</c>, <c>name.host.example</c> or
    /// <c>name@host.example</c>. Empty where none stands.
    /// </summary>
    public static TextSpan At(string text, int at, int end)
    {
        int start = at + 1;
        while (start < end && Scripts.IsDirectionMark(text[start]))
            start++;
        int i = Part(text, start, end);
        if (i < end && i > start && text[i] == '@' && Part(text, i + 1, end) is int host && text.AsSpan(i + 1, host - i - 1).Contains('.'))
            i = host;
        return i - start <= Longest ? new TextSpan(start, i) : new TextSpan(start, start);
    }

    public static HandleShape ShapeOf(ReadOnlySpan<char> handle) =>
        handle.Contains('@') ? HandleShape.Address : handle.Contains('.') ? HandleShape.Domain : HandleShape.Plain;

    private static int Part(string text, int start, int end)
    {
        int i = start;
        while (i < end && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '_' or '.' or '-'))
            i++;
        while (i > start && text[i - 1] is '.' or '-')
            i--;
        return i;
    }
}
