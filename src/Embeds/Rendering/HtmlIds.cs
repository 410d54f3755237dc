using System.Globalization;
using System.Text;

namespace Embeds.Rendering;

/// <summary>
/// Gives each figure of one page an <c>id</c> of its own, made from its block's whole key; a second figure of the same post
/// gets <c>-2</c>. The id of its caption, <see cref="Caption"/>, is reserved with it.
/// </summary>
internal sealed class HtmlIds(string prefix)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    public static string Caption(string id) => id + "-by";

    /// <summary>Leaves an id to an element that has it already.</summary>
    public void Reserve(string id) => _taken.Add(id);

    public string Next(string key)
    {
        string slug = Slug(key);
        int count = _used.GetValueOrDefault(slug);
        string id;
        do
        {
            count++;
            id = count == 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}-{count}");
        }
        while (!IsFree(id));

        _used[slug] = count;
        _taken.Add(id);
        _taken.Add(Caption(id));
        return id;
    }

    private bool IsFree(string id) => !_taken.Contains(id) && !_taken.Contains(Caption(id));

    private string Slug(string key)
    {
        var slug = new StringBuilder(prefix, prefix.Length + key.Length + 1).Append('-');
        foreach (char c in key)
            slug.Append(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '-');
        return slug.ToString();
    }
}
