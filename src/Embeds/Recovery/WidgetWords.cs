using Embeds.Languages;

namespace Embeds.Recovery;

/// <summary>Words that a widget prints beside the post's own.</summary>
internal static class WidgetWords
{
    /// <summary>The words without what the widget prints in place of a picture at their end.</summary>
    public static TextSpan WithoutStandIn(Reading reading, TextSpan words)
    {
        foreach (string standIn in reading.Lexicon.StandIns)
            if (words.Of(reading.Text).EndsWith(standIn, StringComparison.OrdinalIgnoreCase))
                return new TextSpan(words.Start, words.End - standIn.Length).Trim(reading.Text);
        return words;
    }

    /// <summary>The last line at or above <paramref name="line"/> that holds more than a stand-in, or -1.</summary>
    public static int SkipStandIn(Reading reading, int line)
    {
        while (line >= 0 && WithoutStandIn(reading, reading.Lines[line].Span).IsEmpty)
            line--;
        return line;
    }
}
