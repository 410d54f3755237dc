using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Embeds.Quotes;

/// <summary>
/// A place in a document, for messages, in the same form as System.Text.Json gives it: <c>$.source.selectors[0].exact</c>.
/// A chain of steps, so that walking costs little and only a failure builds the text.
/// </summary>
internal sealed class JsonPath
{
    /// <summary>A foreign name can be as long as its document; a message should not.</summary>
    private const int LongestName = 80;

    private static readonly SearchValues<char> PlainName =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private readonly JsonPath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private JsonPath(JsonPath? parent, string? name, int index)
    {
        _parent = parent;
        _name = name;
        _index = index;
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    public static JsonPath Root { get; } = new(null, null, 0);

    /// <summary>Steps below the root.</summary>
    public int Depth { get; }

    public JsonPath Member(string name) => new(this, name, 0);

    public JsonPath Item(int index) => new(this, null, index);

    /// <summary>The place of the value that begins at a byte of a sound document; of a name, the object that has it.</summary>
    public static JsonPath At(ReadOnlySpan<byte> json, long position)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        reader.Read();
        return Find(ref reader, Root, position) ?? Root;
    }

    /// <summary>As deep as the writer went that asks.</summary>
    private static JsonPath? Find(ref Utf8JsonReader value, JsonPath path, long position)
    {
        if (value.TokenStartIndex == position)
            return path;
        JsonPath? found = null;
        switch (value.TokenType)
        {
            case JsonTokenType.StartObject:
                while (found is null && value.Read() && value.TokenType == JsonTokenType.PropertyName)
                {
                    if (value.TokenStartIndex == position)
                        return path;
                    JsonPath member = path.Member(value.GetString()!); // a name is never null
                    value.Read();
                    found = Find(ref value, member, position);
                }

                break;
            case JsonTokenType.StartArray:
                for (int index = 0; found is null && value.Read() && value.TokenType != JsonTokenType.EndArray; index++)
                    found = Find(ref value, path.Item(index), position);
                break;
        }

        return found;
    }

    public override string ToString()
    {
        var steps = new JsonPath[Depth];
        for (JsonPath step = this; step._parent is { } parent; step = parent)
            steps[step.Depth - 1] = step;

        var text = new StringBuilder("$");
        foreach (JsonPath step in steps)
            step.AppendTo(text);
        return text.ToString();
    }

    private void AppendTo(StringBuilder text)
    {
        if (_name is null)
            text.Append(CultureInfo.InvariantCulture, $"[{_index}]");
        else if (_name.AsSpan().ContainsAnyExcept(PlainName))
            text.Append("['").Append(_name.AsSpan(0, Math.Min(_name.Length, LongestName))).Append("']");
        else
            text.Append('.').Append(_name.AsSpan(0, Math.Min(_name.Length, LongestName)));
    }
}
