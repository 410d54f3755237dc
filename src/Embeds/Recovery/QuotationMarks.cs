using System.Buffers;
using System.Runtime.InteropServices;
using Embeds.Languages;

namespace Embeds.Recovery;

/// <summary>Finds quotations in a text. Single marks are left alone: they are apostrophes too often.</summary>
internal static class QuotationMarks
{
    private const int LongestQuotation = 4000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”„‟«»「」『』＂");

    /// <summary>The quotations of a span in order; one inside another is part of it.</summary>
    public static List<Quotation> In(string text, TextSpan span)
    {
        var found = new List<Quotation>();
        int open = -1;
        for (int i = Next(text, span.Start, span.End); i >= 0; i = Next(text, i + 1, span.End))
        {
            if (open >= 0 && i - open > LongestQuotation)
                open = -1;
            if (open < 0)
            {
                open = Opens(text, i, span.Start) ? i : -1;
            }
            else if (Closes(text[open], text[i]))
            {
                found.Add(new Quotation(new TextSpan(open, i + 1), new TextSpan(open + 1, i).Trim(text)));
                open = -1;
            }
        }

        return found;
    }

    private static int Next(string text, int start, int end)
    {
        int length = text.AsSpan(start, end - start).IndexOfAny(Marks);
        return length < 0 ? -1 : start + length;
    }

    private static bool Opens(string text, int index, int start) => text[index] switch
    {
        '“' or '„' or '‟' or '«' or '「' or '『' => true,

        // Swedish and Finnish open with ”, German and Danish print with »; neither opens in the middle or at the end of a word.
        '"' or '”' or '»' or '＂' => index == start || !char.IsLetterOrDigit(text[index - 1]),
        _ => false,
    };

    private static bool Closes(char open, char mark) => open switch
    {
        '“' => mark is '”',
        '„' or '‟' => mark is '“' or '”' or '"',
        '«' => mark is '»',
        '»' => mark is '«' or '»',
        '「' => mark is '」',
        '『' => mark is '』',
        _ => mark == open,
    };

    /// <summary>A quotation with its marks, and the words between them.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Quotation(TextSpan Whole, TextSpan Inside);
}
