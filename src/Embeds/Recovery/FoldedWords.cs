namespace Embeds.Recovery;

/// <summary>Words made ready to be compared, once for all comparisons.</summary>
internal sealed class FoldedWords
{
    private HashSet<string>? _tokens;

    public FoldedWords(ReadOnlySpan<char> words) => Text = QuoteMatcher.Normalize(words);

    public string Text { get; }

    public HashSet<string> Tokens => _tokens ??= QuoteMatcher.Tokens(Text);
}
