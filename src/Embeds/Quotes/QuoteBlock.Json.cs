using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Embeds.Quotes;

/// <content>Reading and writing <c>quoteblock/1</c>.</content>
public sealed partial record QuoteBlock
{
    /// <summary>Reads a block. Its seal is not checked: call <see cref="Verify"/>.</summary>
    /// <remarks>
    /// Reading is strict, so that nothing is lost on the way: <see cref="ToUtf8Json"/> gives back the canonical form of what was
    /// read. The values are not judged: whether a link is safe to follow, say, is for its user to see.
    /// </remarks>
    /// <param name="utf8Json">A JSON document in UTF-8, in any layout.</param>
    /// <exception cref="QuoteFormatException">
    /// It is not JSON; is of another version; lacks a required member; has an unknown one, one twice, a null or an empty list; has
    /// a number that is not an integer within ±(2^53 − 1); has a lone surrogate; or is more than 64 levels deep.
    /// </exception>
    public static QuoteBlock Parse(ReadOnlySpan<byte> utf8Json) => QuoteReader.Read(utf8Json);

    /// <summary>Reads a block; see <see cref="Parse(ReadOnlySpan{byte})"/>.</summary>
    /// <param name="json">A JSON document, in any layout.</param>
    /// <exception cref="QuoteFormatException">It is not a sound block.</exception>
    public static QuoteBlock Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return QuoteReader.Read(json);
    }

    /// <summary>Reads a block where there may be none, or a damaged one; see <see cref="Parse(ReadOnlySpan{byte})"/>.</summary>
    public static bool TryParse(string? json, [NotNullWhen(true)] out QuoteBlock? block)
    {
        block = null;
        try
        {
            block = json is null ? null : QuoteReader.Read(json);
        }
        catch (QuoteFormatException)
        {
            // The answer is false: who wants to know why calls Parse.
        }

        return block is not null;
    }

    /// <summary>The whole block as canonical JSON (RFC 8785) in UTF-8: the same block is the same bytes, everywhere.</summary>
    /// <exception cref="InvalidOperationException">The block is not sealed: call <see cref="Seal"/> first.</exception>
    /// <exception cref="QuoteFormatException">The block holds what the format cannot carry, such as a lone surrogate.</exception>
    public byte[] ToUtf8Json()
    {
        using var json = new Utf8Buffer();
        WriteTo(json);
        return json.Written.ToArray();
    }

    /// <summary>Appends what <see cref="ToUtf8Json"/> gives.</summary>
    internal void WriteTo(Utf8Buffer json)
    {
        RequireSeal();
        QuoteJson.Write(json, this);
    }

    /// <summary><see cref="ToUtf8Json"/> as a string.</summary>
    /// <inheritdoc cref="ToUtf8Json"/>
    public string ToJson()
    {
        using var json = new Utf8Buffer();
        WriteTo(json);
        return Encoding.UTF8.GetString(json.Written);
    }
}
