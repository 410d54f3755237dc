using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Embeds.Capture;

/// <summary>A CSS selector that leads to one element: from the nearest ancestor with a plain id, else from <c>body</c>.</summary>
internal static class ElementPath
{
    // Deeper than any page of a person's; hostile depth ends here with a path that is merely unrooted.
    private const int MaxDepth = 256;

    public static string Of(IElement element)
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

    private static string Step(IElement element)
    {
        var position = 1;
        var siblings = element.Parent?.ChildNodes;
        for (var i = 0; siblings is not null && i < siblings.Length && !ReferenceEquals(siblings[i], element); i++)
        {
            if (siblings[i] is IElement sibling && sibling.LocalName == element.LocalName)
                position++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{element.LocalName}:nth-of-type({position})");
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
