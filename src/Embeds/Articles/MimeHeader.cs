namespace Embeds.Articles;

/// <summary>The header of a MIME file or part: names in lower case, long lines joined, the first of two with one name.</summary>
internal sealed class MimeHeader
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    public string? this[string name] => _fields.GetValueOrDefault(name);

    public static MimeHeader Read(string text)
    {
        var header = new MimeHeader();
        string? name = null;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].TrimEnd();
            if (line is [' ' or '\t', ..] && name is not null)
            {
                header._fields[name] += " " + line.Trim().ToString();
            }
            else if (line.IndexOf(':') is var colon and > 0)
            {
                name = line[..colon].Trim().ToString();
                if (!header._fields.TryAdd(name, line[(colon + 1)..].Trim().ToString()))
                    name = null;
            }
        }

        return header;
    }

    /// <summary>A parameter of a field: <c>boundary</c> of <c>multipart/related; boundary="…"</c>.</summary>
    public string? Parameter(string field, string name)
    {
        if (this[field] is not { } value)
            return null;
        foreach (var range in value.AsSpan().Split(';'))
        {
            var parameter = value.AsSpan()[range].Trim();
            if (parameter.IndexOf('=') is var equals and > 0 && parameter[..equals].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return parameter[(equals + 1)..].Trim().Trim('"').ToString();
        }

        return null;
    }
}
