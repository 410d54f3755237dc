using System.Globalization;
using System.Text;
using Embeds.Platforms;

namespace Embeds.Detection.Payloads;

/// <summary>
/// The stream of Next.js's server components, which arrives in pieces: <c>self.__next_f.push([1,"…"])</c>. Put together it is
/// lines of <c>id:JSON</c>, with long texts apart as <c>id:Tlength,text</c> (length in bytes, in hex) to which <c>"$id"</c> refers.
/// </summary>
internal sealed class NextFlight
{
    private const string Push = "self.__next_f.push([1,\"";
    private const int MaxLength = 8 * 1024 * 1024;

    private readonly StringBuilder _stream = new();

    /// <returns>Whether the script is a piece of the stream.</returns>
    public bool Take(string script)
    {
        var start = script.AsSpan().TrimStart();
        if (!start.StartsWith(Push))
            return false;
        var end = start.LastIndexOf('"');
        if (end > Push.Length && _stream.Length + end < MaxLength)
            _stream.Append(ScriptText.Unescape(start[Push.Length..end]));
        return true;
    }

    public List<PayloadString> Scan(PlatformCatalog catalog)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var scanner = new PayloadScanner(catalog) { Texts = texts };
        var rows = new List<(int Start, int End)>();
        var stream = _stream.ToString();
        for (var at = 0; at < stream.Length;)
        {
            var colon = stream.IndexOf(':', at);
            if (colon < 0)
                break;
            var end = LongText(stream, colon + 1) is var (from, to) && to > 0 ? Add(texts, stream, (at, colon), (from, to)) : LineEnd(stream, colon);
            if (to == 0)
                rows.Add((colon + 1, end));
            at = end;
            while (at < stream.Length && stream[at] == '\n')
                at++;
        }

        foreach (var (start, end) in rows)
            scanner.Scan(stream.AsSpan(start, end - start));
        return scanner.Strings;
    }

    private static int Add(Dictionary<string, string> texts, string stream, (int From, int To) id, (int From, int To) text)
    {
        texts["$" + stream[id.From..id.To]] = stream[text.From..text.To];
        return text.To;
    }

    private static int LineEnd(string stream, int from) => stream.IndexOf('\n', from) is var end and >= 0 ? end : stream.Length;

    /// <returns>The span of a long text; zeros where the row is none.</returns>
    private static (int From, int To) LongText(string stream, int at)
    {
        if (at >= stream.Length || stream[at] != 'T' || stream.IndexOf(',', at) is var comma && (comma < 0 || comma > at + 9)
            || !int.TryParse(stream.AsSpan(at + 1, comma - at - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bytes) || bytes < 0)
        {
            return default;
        }

        var to = comma + 1;
        for (; to < stream.Length && bytes > 0; to++)
            bytes -= char.IsSurrogate(stream[to]) ? 2 : stream[to] < 0x80 ? 1 : stream[to] < 0x800 ? 2 : 3;
        return (comma + 1, to);
    }
}
