using System.Diagnostics.CodeAnalysis;

namespace Embeds.Quotes;

/// <content>The seal and the history chained to it.</content>
public sealed partial record QuoteBlock
{
    /// <summary>
    /// This block with its seal: the SHA-256 of its canonical JSON (RFC 8785) without <c>integrity</c> and <c>history</c>.
    /// </summary>
    /// <param name="previous">The seal of the block that this one supersedes (a new capture, an edit, a redaction), or null.</param>
    /// <returns>A copy. A seal that the block had before is replaced, with its timestamps.</returns>
    /// <exception cref="ArgumentException"><paramref name="previous"/> is not 64 lower-case hex digits.</exception>
    /// <exception cref="InvalidOperationException">The block has a history, which belongs to the seal it has now.</exception>
    /// <exception cref="QuoteFormatException">The block holds what the format cannot carry, such as a lone surrogate or a null.</exception>
    public QuoteBlock Seal(string? previous = null)
    {
        if (previous is not null && !ContentHash.IsWellFormed(previous))
            throw new ArgumentException("A seal is 64 lower-case hex digits.", nameof(previous));
        if (!History.IsEmpty)
            throw new InvalidOperationException("The history belongs to the seal that the block has now: seal the block 'with { History = [] }' and name the old seal as the previous one.");

        // What could not be read again must not be sealed.
        return Parse(SealAsMade(previous).ToUtf8Json());
    }

    /// <summary>
    /// As <see cref="Seal"/> for a block that this library made itself, without reading it back: that costs as much as all the
    /// rest of a capture, and a test does it for every page there is.
    /// </summary>
    /// <exception cref="QuoteFormatException">The block holds what the format cannot carry.</exception>
    internal QuoteBlock SealAsMade(string? previous = null) =>
        this with { Integrity = new Integrity { Sha256 = ContentSeal(), Previous = previous } };

    /// <summary>Checks the seal, and then the hash chain of the history.</summary>
    /// <remarks>
    /// Entries cut off the end of a history are not noticed (nothing is left that names them), nor is a change of
    /// <see cref="Integrity.Previous"/> or <see cref="Integrity.Timestamps"/>, which the seal does not cover.
    /// </remarks>
    /// <returns>The first fault found, or <see cref="SealCheck.Intact"/>.</returns>
    public SealCheck Verify()
    {
        if (Integrity is null)
            return SealCheck.NotSealed;

        try
        {
            if (!Same(Integrity.Sha256, ContentSeal()))
                return SealCheck.ContentChanged;
            return HistoryIsWhole() ? SealCheck.Intact : SealCheck.HistoryChanged;
        }
        catch (QuoteFormatException)
        {
            // What cannot be sealed is not what was sealed.
            return SealCheck.ContentChanged;
        }
    }

    /// <summary>This block with one more event at the end of its history. The seal stays as it is.</summary>
    /// <param name="what">What happened.</param>
    /// <param name="at">When; kept in UTC, to the millisecond.</param>
    /// <param name="observation">What a look at the post found, or null.</param>
    /// <param name="note">Free text, or null.</param>
    /// <exception cref="InvalidOperationException">The block is not sealed: call <see cref="Seal"/> first.</exception>
    /// <exception cref="QuoteFormatException">The entry holds what the format cannot carry, such as a lone surrogate.</exception>
    public QuoteBlock Append(HistoryEvent what, DateTimeOffset at, Observation? observation = null, string? note = null)
    {
        RequireSeal();
        var entry = new HistoryEntry
        {
            Seq = History.Length + 1,
            At = UtcTime.Format(at),
            Event = what,
            Observation = observation,
            Note = note,
            Prev = History.IsEmpty ? Integrity.Sha256 : History[^1].Hash,
            Hash = "",
        };
        return this with { History = History.Add(entry with { Hash = EntryHash(entry) }) };
    }

    private bool HistoryIsWhole()
    {
        string? prev = Integrity?.Sha256;
        for (int i = 0; i < History.Length; i++)
        {
            HistoryEntry entry = History[i];
            if (entry.Seq != i + 1 || !Same(entry.Prev, prev) || !Same(entry.Hash, EntryHash(entry)))
                return false;
            prev = entry.Hash;
        }

        return true;
    }

    private string ContentSeal() => HashWithout(this, "integrity", "history");

    private static string EntryHash(HistoryEntry entry) => HashWithout(entry, "hash");

    private static string HashWithout<T>(T model, params ReadOnlySpan<string> except)
    {
        using var json = new Utf8Buffer();
        QuoteJson.Write(json, model, except);
        return ContentHash.Of(json.Written);
    }

    private static bool Same(string? hash, string? other) => string.Equals(hash, other, StringComparison.Ordinal);

    [MemberNotNull(nameof(Integrity))]
    private void RequireSeal()
    {
        if (Integrity is null)
            throw new InvalidOperationException("The block is not sealed: call Seal() first.");
    }
}
