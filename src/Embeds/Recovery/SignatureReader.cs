using System.Buffers;
using System.Runtime.InteropServices;
using Embeds.Languages;
using Embeds.Quotes;

namespace Embeds.Recovery;

/// <summary>Reads signatures. The handle in brackets is the anchor: the name stands before it, the date behind it, the line ends there.</summary>
internal static class SignatureReader
{
    private const int LongestName = 80;
    private const int LongestNameWithoutDash = 60;

    /// <summary>The entity that the widget's markup has for its dash, left as it is by careless exports.</summary>
    private const string DashEntity = "&mdash;";

    private static readonly SearchValues<char> AfterSignature = SearchValues.Create("\"”»“'’)]*_|.…\u200E\u200F");
    private static readonly SearchValues<char> NotInBareName = SearchValues.Create("!?:;\"“”");

    /// <summary>Every bracket of the line that is directly followed by a handle, the last first.</summary>
    public static Signature? Read(string text, TextSpan line, DateWords dates)
    {
        ReadOnlySpan<char> rest = line.Of(text);
        for (int at = rest.LastIndexOf('@'); at > 0; at = rest[..at].LastIndexOf('@'))
        {
            int open = OpenBracketBefore(rest, at);
            if (open >= 0 && Read(text, line, line.Start + open, line.Start + at, dates) is { } signature)
                return signature;
            if (open >= 0 || rest.Length - at > 4 * LongestName)
                return null;
        }

        return null;
    }

    private static int OpenBracketBefore(ReadOnlySpan<char> line, int at)
    {
        int i = at - 1;
        while (i >= 0 && (line[i] == '[' || line[i] == '\\' || Scripts.IsBlank(line[i])))
            i--;
        return i >= 0 && line[i] is '(' or '（' ? i : -1;
    }

    private static Signature? Read(string text, TextSpan line, int open, int at, DateWords dates)
    {
        TextSpan handle = Handles.At(text, at, line.End);
        if (handle.IsEmpty || !TrySkipClosing(text, handle.End, line.End, out int afterBracket))
            return null;
        if (!TryReadTail(text, afterBracket, line.End, dates, out Tail tail))
            return null;
        if (!TryReadName(text, line, open, tail.Published is not null, out NamePart name))
            return null;
        if (tail.Published is null && !name.HasDash)
            return null;
        return new Signature
        {
            Span = new TextSpan(name.Start, tail.End),
            HandleSpan = handle,
            Name = name.Name,
            Handle = handle.Of(text).ToString(),
            Published = tail.Published,
            Link = tail.Link,
            HasOwnLine = name.Start == line.Start,
            HasDash = name.HasDash,
        };
    }

    /// <summary>Behind the handle: <c>)</c>, or <c>](https://…))</c> in Markdown.</summary>
    private static bool TrySkipClosing(string text, int start, int end, out int after)
    {
        int i = SkipBlanks(text, start, end);
        if (i + 1 < end && text[i] == ']' && text[i + 1] == '(')
        {
            int close = text.AsSpan(i, end - i).IndexOf(')');
            i = close < 0 ? end : SkipBlanks(text, i + close + 1, end);
        }

        after = i + 1;
        return i < end && text[i] is ')' or '）';
    }

    private static bool TryReadTail(string text, int start, int end, DateWords dates, out Tail tail)
    {
        tail = default;
        int i = SkipBlanks(text, start, end);
        string? link = null;
        Published? published = null;
        bool linked = i < end && text[i] == '[';
        if (DateReader.TryRead(text.AsSpan(i, end - i), dates, out Published read, out int length))
        {
            published = read;
            i += length;
            if (linked && i + 1 < end && text[i] == ']' && text[i + 1] == '(')
            {
                int close = text.AsSpan(i, end - i).IndexOf(')');
                if (close < 0)
                    return false;
                link = FirstWord(text.AsSpan(i + 2, close - 2));
                i += close + 1;
            }
        }

        int last = i;
        ReadOnlySpan<char> rest = text.AsSpan(i, end - i).Trim();
        if (rest.StartsWith("http", StringComparison.Ordinal) && !rest.ContainsAny(' ', '\t'))
            (link, last) = (rest.ToString(), end);
        else if (rest.ContainsAnyExcept(AfterSignature))
            return false;
        tail = new Tail(published, link, last);
        return true;
    }

    /// <summary>A Markdown link may carry a title behind its address.</summary>
    private static string FirstWord(ReadOnlySpan<char> target)
    {
        int blank = target.IndexOf(' ');
        return (blank < 0 ? target : target[..blank]).ToString();
    }

    private static bool TryReadName(string text, TextSpan line, int open, bool dated, out NamePart name)
    {
        ReadOnlySpan<char> before = text.AsSpan(line.Start, open - line.Start);
        int dash = DashBefore(before, out int dashLength);
        int start = dash < 0 ? 0 : dash + dashLength;
        ReadOnlySpan<char> words = before[start..].Trim();
        name = new NamePart(line.Start + Math.Max(dash, 0), words.IsEmpty ? null : words.ToString(), dash >= 0);
        if (dash >= 0)
            return words.Length <= LongestName && !words.Contains("://", StringComparison.Ordinal);
        return dated && words.Length is > 0 and <= LongestNameWithoutDash && !words.ContainsAny(NotInBareName) && char.IsLetterOrDigit(words[^1]);
    }

    /// <summary>The dash that opens the signature: at the start of the line, else the nearest long one, else the nearest short one with spaces.</summary>
    private static int DashBefore(ReadOnlySpan<char> before, out int length)
    {
        length = LeadingDash(before);
        if (length > 0)
            return 0;
        length = 1;
        int from = Math.Max(0, before.Length - LongestName - 4);
        ReadOnlySpan<char> near = before[from..];
        int dash = near.LastIndexOf(DashEntity);
        if (dash >= 0)
        {
            length = DashEntity.Length;
            return from + dash;
        }

        dash = near.LastIndexOfAny('—', '―', '⸺');
        if (dash < 0)
            dash = near.LastIndexOf(" – ") is >= 0 and int en ? en + 1 : -1;
        if (dash >= 0)
            return from + dash;
        foreach (string ascii in (ReadOnlySpan<string>)[" --- ", " -- ", " - "])
        {
            dash = near.LastIndexOf(ascii);
            length = ascii.Length - 2;
            if (dash >= 0)
                return from + dash + 1;
        }

        return -1;
    }

    private static int LeadingDash(ReadOnlySpan<char> line)
    {
        if (line.StartsWith(DashEntity, StringComparison.Ordinal))
            return DashEntity.Length;
        int i = 0;
        while (i < line.Length && line[i] is '—' or '–' or '―' or '‒' or '−' or '-' or '~')
            i++;
        return i is > 0 and <= 3 ? i : 0;
    }

    private static int SkipBlanks(string text, int start, int end)
    {
        int i = start;
        while (i < end && (Scripts.IsBlank(text[i]) || text[i] == '\\'))
            i++;
        return i;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Tail(Published? Published, string? Link, int End);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct NamePart(int Start, string? Name, bool HasDash);
}
