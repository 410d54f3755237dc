namespace Embeds.Recovery;

/// <summary>The marks of posts inside the words, as evidence.</summary>
internal static class Residue
{
    public static void AddTo(Finding finding, string text)
    {
        ReadOnlySpan<char> words = finding.Words.Of(text);
        int left = Rule.MostResidue;
        Add(Voice.HasMention(words), Rule.Mention, "The words mention an account.");
        Add(Voice.HasHashtag(words), Rule.Hashtag, "The words have a hashtag.");
        Add(Voice.HasEmoji(words), Rule.Emoji, "The words have an emoji.");
        Add(ShortLinks.ResidueIn(words) >= 0, Rule.ShortLink, "The words have an address that only X makes.");

        void Add(bool fires, Rule rule, string why)
        {
            int weight = Math.Min(left, rule.Weight);
            if (!fires || weight == 0)
                return;
            left -= weight;
            finding.Add(rule, weight, finding.Words, why);
        }
    }
}
