using Embeds.Languages;

namespace Embeds.Recovery;

/// <summary>Parts of sentences beside a place in the text.</summary>
internal static class Sentence
{
    /// <summary>The part of [start, end) behind the last end of a sentence in it.</summary>
    public static TextSpan Ending(string text, int start, int end)
    {
        for (int i = end - 1; i > start; i--)
            if (IsEnd(text, i - 1, end))
                return new TextSpan(i, end);
        return new TextSpan(start, end);
    }

    /// <summary>The part of [start, end) up to the first end of a sentence in it.</summary>
    public static TextSpan Beginning(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
            if (IsEnd(text, i, end))
                return new TextSpan(start, i + 1);
        return new TextSpan(start, end);
    }

    /// <summary>
    /// A full stop behind a short word is an abbreviation's: <c>Sen. Torres</c>, <c>J. Brook</c>; but <c>on X.</c> ends a sentence.
    /// </summary>
    private static bool IsEnd(string text, int index, int end)
    {
        char c = text[index];
        if (c is '。' or '！' or '？' or '\n')
            return true;
        if (c is not ('.' or '!' or '?' or '…' or '؟') || (index + 1 < end && !char.IsWhiteSpace(text[index + 1])))
            return false;
        if (c != '.')
            return true;
        int word = index;
        while (word > 0 && char.IsLetter(text[word - 1]))
            word--;
        return index - word > 3 || !char.IsUpper(text[word]) || (index - word == 1 && text[word] == 'X');
    }
}
