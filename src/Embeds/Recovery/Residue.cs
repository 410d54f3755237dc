namespace Embeds.Recovery;

/// <summary>The marks of posts inside the words, as evidence.</summary>
internal static class Residue
{
    public static void AddTo(Finding finding, string text)
    {
        ReadOnlySpan<char> words = finding.Words.Of(text);
        int left = Rule.MostResidue;
        Add(Voice.HasMention(words), Rule.Mention);
        Add(Voice.HasHashtag(words), Rule.Hashtag);
        Add(Voice.HasEmoji(words), Rule.Emoji);
        Add(ShortLinks.ResidueIn(words) >= 0, Rule.ShortLink);

        void Add(bool fires, Rule rule)
        {
            int weight = Math.Min(left, rule.Weight);
            if (!fires || weight == 0)
                return;
            left -= weight;
            finding.Add(rule, weight, finding.Words);
        }
    }
}
