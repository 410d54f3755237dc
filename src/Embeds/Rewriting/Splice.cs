using System.Collections.Immutable;

namespace Embeds.Rewriting;

/// <summary>A change of the file: a span of its text, and what is written in its place.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">Unit after the last.</param>
/// <param name="Text">As the file has to have it.</param>
/// <param name="Key">The block's key; null for a change that sets in no block.</param>
/// <param name="Sha256">The block's seal.</param>
internal sealed record Splice(int Start, int End, string Text, string? Key = null, string? Sha256 = null)
{
    /// <summary>Writes the file with its changes, everything else byte by byte.</summary>
    /// <param name="source">The file.</param>
    /// <param name="splices">In the file's order, apart from each other.</param>
    /// <param name="replacements">Takes what was replaced by what; null where nobody asks.</param>
    public static ReadOnlyMemory<byte> Write(SourceBytes source, IReadOnlyList<Splice> splices, ImmutableArray<Replacement>.Builder? replacements = null)
    {
        if (splices.Count == 0)
            return source.Bytes;
        var output = new MemoryStream(source.Bytes.Length + splices.Sum(s => s.Text.Length));
        var copied = 0;
        foreach (var splice in splices)
        {
            output.Write(source.Slice(copied, splice.Start));
            var start = (int)output.Length;
            output.Write(source.Encode(splice.Text));
            replacements?.Add(new Replacement
            {
                Key = splice.Key,
                Sha256 = splice.Sha256,
                Start = source.OffsetOf(splice.Start),
                End = source.OffsetOf(splice.End),
                NewStart = start,
                NewEnd = (int)output.Length,
            });
            copied = splice.End;
        }

        output.Write(source.Slice(copied, source.Text.Length));
        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }
}
