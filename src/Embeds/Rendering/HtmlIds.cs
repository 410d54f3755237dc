using System.Globalization;
using System.Text;
using Embeds.Quotes;

namespace Embeds.Rendering;

/// <summary>
/// Gives each figure of one page an <c>id</c> of its own; a second figure of the same post gets <c>-2</c>. The id of its caption,
/// <see cref="Caption"/>, is reserved with it. An id is made of the hash of the block's key, not of its letters: programs that
/// extract articles cut out what an id calls a comment or something social.
/// </summary>
internal sealed class HtmlIds(string prefix)
{
    private const int Digits = 16;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public static string Caption(string id) => id + "-by";

    /// <summary>Leaves an id to an element that has it already.</summary>
    public void Reserve(string id) => _taken.Add(id);

    public string Next(string key)
    {
        string first = $"{prefix}-{ContentHash.Of(Encoding.UTF8.GetBytes(key))[..Digits]}";
        string id = first;
        for (int number = 2; !_taken.Add(id); number++)
            id = string.Create(CultureInfo.InvariantCulture, $"{first}-{number}");
        return id;
    }
}
