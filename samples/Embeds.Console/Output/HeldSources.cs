using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Embeds.Cli.Output;

/// <summary>
/// The sources that an output of an earlier run holds already. Of each only a digest is kept: 16 bytes, however long its name.
/// </summary>
internal sealed class HeldSources
{
    private const int ReadSize = 256 * 1024;
    private const int LongestLine = 1 << 30;

    private readonly HashSet<UInt128> _digests = [];

    /// <summary>Bytes of the sources that are held whole. What stands behind them was cut off by the end of the run.</summary>
    public long Whole { get; private set; }

    public int Count => _digests.Count;

    /// <summary>Reads an output from its beginning.</summary>
    /// <exception cref="CommandException">It holds something else than lines of this program.</exception>
    public static HeldSources Of(Stream output, string name)
    {
        var held = new HeldSources();
        var buffer = new byte[ReadSize];
        var (start, end, number) = (0, 0, 0);
        var (last, beforeLast) = ((string?)null, 0L);
        while (true)
        {
            while (buffer.AsSpan(start, end - start).IndexOf((byte)'\n') is var length and >= 0)
            {
                number++;
                if (SourceOf(buffer.AsSpan(start, length)) is not { } source)
                    throw new CommandException(ExitCode.Usage, FormattableString.Invariant($"--resume: line {number:N0} of {name} is no result of embeds -f ndjson, so nothing is added to it: name another --output."));
                if (source != last)
                    (last, beforeLast) = (source, held.Whole);
                held.TryAdd(source);
                held.Whole += length + 1;
                start += length + 1;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length)
                Array.Resize(ref buffer, buffer.Length < LongestLine ? buffer.Length * 2 : throw new CommandException(ExitCode.Usage, $"--resume: {name} is no result of embeds -f ndjson: it has no lines."));
            var read = output.Read(buffer, end, buffer.Length - end);
            if (read == 0)
                return end == 0 ? held : held.Without(last, beforeLast);
            end += read;
        }
    }

    /// <returns>False when the source is held already.</returns>
    public bool TryAdd(string source) => _digests.Add(DigestOf(source));

    /// <summary>Behind the lines of a source a line was cut off. It may be one more of the same (a feed has many), so all are done anew.</summary>
    private HeldSources Without(string? last, long before)
    {
        if (last is not null)
            _digests.Remove(DigestOf(last));
        Whole = before;
        return this;
    }

    private static UInt128 DigestOf(string source) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(source)));

    /// <summary>The member <c>source</c> of a line's document; null for what is no document with one.</summary>
    private static string? SourceOf(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 256 });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isSource = reader.ValueTextEquals("source"u8);
                reader.Read();
                if (isSource)
                    return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }

            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
