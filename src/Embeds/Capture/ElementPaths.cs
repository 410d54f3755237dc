using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Embeds.Capture;

/// <summary>
/// CSS selectors that lead to elements of one article: each from the nearest ancestor with a plain id, else from <c>body</c>.
/// </summary>
internal sealed class ElementPaths
{
    // Deeper than any page of a person's; hostile depth ends here with a path that is merely unrooted.
    private const int MaxDepth = 256;

    // A list of ten thousand posts is counted once, not once for each of them.
    private const int ManyChildren = 64;

    private readonly Dictionary<INode, Dictionary<IElement, int>> _positions = [];

    public string Of(IElement element)
    {
        var steps = new List<string>();
        IElement? at = element;
        for (; at is not null && at.LocalName is not ("body" or "html") && steps.Count < MaxDepth; at = at.ParentElement)
        {
            if (at.Id is { } id && IsPlain(id))
            {
                steps.Add("#" + id);
                break;
            }

            steps.Add(Step(at));
        }

        if (at is null or { LocalName: "body" or "html" })
            steps.Add(at?.LocalName ?? "body");
        var path = new StringBuilder();
        for (var i = steps.Count - 1; i >= 0; i--)
            path.Append(steps[i]).Append(i == 0 ? "" : " > ");
        return path.ToString();
    }

    private string Step(IElement element) =>
        string.Create(CultureInfo.InvariantCulture, $"{element.LocalName}:nth-of-type({PositionOf(element)})");

    private int PositionOf(IElement element)
    {
        if (element.Parent is not { } parent)
            return 1;
        var siblings = parent.ChildNodes;
        if (siblings.Length > ManyChildren)
        {
            if (!_positions.TryGetValue(parent, out var positions))
                _positions[parent] = positions = PositionsIn(siblings);
            return positions[element];
        }

        var position = 1;
        for (var i = 0; i < siblings.Length && !ReferenceEquals(siblings[i], element); i++)
        {
            if (siblings[i] is IElement sibling && sibling.LocalName == element.LocalName)
                position++;
        }

        return position;
    }

    private static Dictionary<IElement, int> PositionsIn(INodeList siblings)
    {
        var positions = new Dictionary<IElement, int>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < siblings.Length; i++)
        {
            if (siblings[i] is IElement sibling)
                positions[sibling] = counts[sibling.LocalName] = counts.GetValueOrDefault(sibling.LocalName) + 1;
        }

        return positions;
    }

    private static bool IsPlain(string id)
    {
        if (id.Length is 0 or > 100 || !char.IsAsciiLetter(id[0]))
            return false;
        foreach (var c in id)
        {
            if (!(char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
                return false;
        }

        return true;
    }
}
