using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Embeds.Languages;

/// <summary>Values by words, whatever their case, for where nearly all words that are looked up have none.</summary>
internal sealed class WordTable<TValue>
{
    private readonly WordFilter _filter;
    private readonly FrozenDictionary<string, TValue>.AlternateLookup<ReadOnlySpan<char>> _values;

    /// <param name="values">A value for each word; no word is empty, none stands twice.</param>
    public WordTable(IEnumerable<KeyValuePair<string, TValue>> values)
    {
        var table = values.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _values = table.GetAlternateLookup<ReadOnlySpan<char>>();
        _filter = new WordFilter(table.Keys);
    }

    public IEnumerable<string> Words => _values.Dictionary.Keys;

    public bool TryGet(ReadOnlySpan<char> word, [MaybeNullWhen(false)] out TValue value)
    {
        if (!word.IsEmpty && _filter.MayHold(word))
            return _values.TryGetValue(word, out value);
        value = default;
        return false;
    }

    public bool Contains(ReadOnlySpan<char> word) => TryGet(word, out _);
}
