namespace Embeds.Platforms.Fediverse;

/// <summary>Accounts as the fediverse names them: <c>user@host</c>.</summary>
internal static class FediverseHandle
{
    private const int MaxText = 1000;

    /// <summary>The first <c>@user@host</c> among words, without its first sign; null when there is none.</summary>
    public static string? In(string words)
    {
        if (words.Length > MaxText)
            return null;
        foreach (var range in words.AsSpan().SplitAny(" \n\t\r()"))
        {
            var word = words.AsSpan()[range];
            if (word.Length > 4 && word[0] == '@' && word[1..].IndexOf('@') is > 0 and var at && word[(at + 2)..].Contains('.') && MastodonStatus.IsUser(word[1..].ToString()))
                return word[1..].ToString();
        }

        return null;
    }

    public static ReadOnlySpan<char> UserOf(string handle) => handle.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? handle.AsSpan(0, at) : handle;

    /// <summary>Most software shows an account under <c>/@user</c>, or leads from there to where it does.</summary>
    public static string? ProfileOf(string handle) => handle.Split('@') is [var user, var host] ? $"https://{host}/@{user}" : null;
}
