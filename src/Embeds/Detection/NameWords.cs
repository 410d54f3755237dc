namespace Embeds.Detection;

/// <summary>
/// The words of a class, an id or an attribute's name, without allocation: <c>tweet-author__name</c>,
/// <c>TweetAuthor-screenName</c> and <c>data-tweet-id</c> have three each.
/// </summary>
internal ref struct NameWords(ReadOnlySpan<char> name)
{
    private readonly ReadOnlySpan<char> _name = name;
    private int _next;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly NameWords GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next < _name.Length && !char.IsLetter(_name[_next]))
            _next++;
        var start = _next;
        while (_next < _name.Length && char.IsLetter(_name[_next]) && !(_next > start && char.IsUpper(_name[_next]) && char.IsLower(_name[_next - 1])))
            _next++;
        Current = _name[start.._next];
        return _next > start;
    }
}
