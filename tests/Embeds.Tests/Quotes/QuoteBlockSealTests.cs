using CsCheck;
using Embeds.Quotes;

namespace Embeds.Tests.Quotes;

public class QuoteBlockSealTests
{
    private static readonly DateTimeOffset Later = new(2026, 4, 1, 8, 30, 0, 250, TimeSpan.FromHours(2));

    public static TheoryData<string> Fixtures => QuoteFixture.All;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Seal_is_the_one_that_another_implementation_made(string fixture)
    {
        QuoteBlock block = QuoteFixture.Read(fixture);

        QuoteBlock resealed = (block with { History = [], Integrity = null }).Seal();

        Assert.Equal(block.Integrity?.Sha256, resealed.Integrity?.Sha256);
        Assert.Equal(SealCheck.Intact, block.Verify());
        Assert.Equal(SealCheck.Intact, resealed.Verify());
    }

    [Fact]
    public void Seal_names_the_block_that_it_supersedes()
    {
        QuoteBlock first = QuoteFixture.Read(QuoteFixture.Recovered);

        QuoteBlock second = (first with { Generator = "other/2" }).Seal(first.Integrity?.Sha256);

        Assert.Equal(first.Integrity?.Sha256, second.Integrity?.Previous);
        Assert.NotEqual(first.Integrity?.Sha256, second.Integrity?.Sha256, StringComparer.Ordinal);
        Assert.Equal(SealCheck.Intact, second.Verify());
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("170C0CEB352A868C9B60D216F031DB7F3DA583A643247933AEE1B8411B2DCC28")]
    public void Seal_after_what_is_no_seal_throws(string previous) =>
        Assert.Throws<ArgumentException>(() => QuoteFixture.Read(QuoteFixture.Recovered).Seal(previous));

    [Fact]
    public void Seal_of_a_block_with_history_throws() =>
        Assert.Throws<InvalidOperationException>(() => QuoteFixture.Read(QuoteFixture.Full).Seal());

    [Fact]
    public void Seal_of_a_lone_surrogate_is_refused()
    {
        QuoteBlock block = QuoteFixture.Read(QuoteFixture.Recovered);
        QuoteBlock broken = block with { Text = block.Text with { Value = "half \ud83d" } };
        QuoteBlock brokenKey = block with { Provenance = block.Provenance.Add("/\ude00", block.Provenance[""]) };

        Assert.Throws<QuoteFormatException>(() => broken.Seal());
        Assert.Throws<QuoteFormatException>(() => brokenKey.Seal());
        Assert.Equal(SealCheck.ContentChanged, broken.Verify());
    }

    [Fact]
    public void Seal_of_a_null_is_refused()
    {
        QuoteBlock block = QuoteFixture.Read(QuoteFixture.Recovered);

        Assert.Throws<QuoteFormatException>(() => (block with { Key = null! }).Seal());
        Assert.Throws<QuoteFormatException>(() => (block with { UrlAliases = [null!] }).Seal());
    }

    [Fact]
    public void Seal_of_any_text_holds_and_survives_writing() => Texts.Any.Select(VerbatimText.Normalise).Sample(text =>
    {
        QuoteBlock block = QuoteFixture.Read(QuoteFixture.Recovered);
        QuoteBlock sealedBlock = (block with { Text = block.Text with { Value = text } }).Seal();

        QuoteBlock read = QuoteBlock.Parse(sealedBlock.ToJson());

        Assert.Equal(text, read.Text.Value);
        Assert.Equal(SealCheck.Intact, read.Verify());
    });

    [Fact]
    public void Verify_of_a_block_never_sealed_says_so() =>
        Assert.Equal(SealCheck.NotSealed, (QuoteFixture.Read(QuoteFixture.Recovered) with { Integrity = null }).Verify());

    [Fact]
    public void Verify_of_a_changed_block_says_so()
    {
        QuoteBlock block = QuoteFixture.Read(QuoteFixture.Full);

        Assert.Equal(SealCheck.ContentChanged, (block with { Author = block.Author with { Handle = "tide_desk" } }).Verify());
        Assert.Equal(SealCheck.ContentChanged, (block with { Extensions = null }).Verify());
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Every_flipped_byte_of_a_sealed_block_is_noticed(string fixture)
    {
        QuoteBlock block = QuoteFixture.Read(fixture);
        // What came after the seal is not covered by it.
        block = block with { Integrity = new Integrity { Sha256 = block.Integrity!.Sha256 } };
        byte[] sound = block.ToUtf8Json();
        Assert.Equal(SealCheck.Intact, QuoteBlock.Parse(sound).Verify());

        Parallel.For(0, sound.Length, index =>
        {
            // Another character, and the same letter in the other case.
            foreach (byte mask in (ReadOnlySpan<byte>)[0x01, 0x20])
            {
                byte[] bytes = [.. sound];
                bytes[index] ^= mask;
                Assert.False(IsIntact(bytes), $"Byte {index} can be flipped by {mask:x2} unnoticed.");
            }
        });
    }

    [Fact]
    public void Append_chains_entries_to_the_seal()
    {
        QuoteBlock block = QuoteFixture.Read(QuoteFixture.Recovered);

        QuoteBlock later = block
            .Append(HistoryEvent.Recheck, Later, new Observation { State = PostState.Gone, Method = ObservationMethod.Http })
            .Append(HistoryEvent.Note, Later.AddSeconds(1), note: "Asked the harbour office.");

        Assert.Equal(block.Integrity, later.Integrity);
        Assert.Equal(block.Integrity?.Sha256, later.History[0].Prev);
        Assert.Equal("2026-04-01T06:30:00.250Z", later.History[0].At);
        Assert.Equal(later.History[0].Hash, later.History[1].Prev);
        Assert.Equal(2, later.History[1].Seq);
        Assert.Equal(SealCheck.Intact, QuoteBlock.Parse(later.ToUtf8Json()).Verify());
    }

    [Fact]
    public void Append_makes_the_entry_that_another_implementation_made()
    {
        QuoteBlock block = QuoteFixture.Read(QuoteFixture.Full);
        HistoryEntry last = block.History[^1];

        QuoteBlock again = (block with { History = block.History.RemoveAt(2) })
            .Append(last.Event, DateTimeOffset.Parse(last.At, System.Globalization.CultureInfo.InvariantCulture), last.Observation, last.Note);

        Assert.Equal(last, again.History[^1]);
    }

    [Fact]
    public void Append_to_a_block_never_sealed_throws() => Assert.Throws<InvalidOperationException>(() =>
        (QuoteFixture.Read(QuoteFixture.Recovered) with { Integrity = null }).Append(HistoryEvent.Verify, Later));

    [Fact]
    public void Verify_notices_a_history_that_was_edited_cut_or_reordered()
    {
        QuoteBlock block = QuoteFixture.Read(QuoteFixture.Full);
        HistoryEntry[] entries = [.. block.History];

        AssertHistoryChanged(entries[0] with { Note = "edited" }, entries[1], entries[2]);
        AssertHistoryChanged(entries[0], entries[1] with { At = "2026-03-10T06:00:01Z" }, entries[2]);
        AssertHistoryChanged(entries[0], entries[1], entries[2] with { Observation = null });
        AssertHistoryChanged(entries[1], entries[2]);
        AssertHistoryChanged(entries[0], entries[2]);
        AssertHistoryChanged(entries[1], entries[0], entries[2]);
        AssertHistoryChanged(entries[0], entries[1], entries[1], entries[2]);
        AssertHistoryChanged(entries[0], entries[2] with { Seq = 2, Prev = entries[0].Hash });

        void AssertHistoryChanged(params HistoryEntry[] history) =>
            Assert.Equal(SealCheck.HistoryChanged, (block with { History = [.. history] }).Verify());
    }

    [Fact]
    public void Verify_does_not_notice_a_history_cut_at_its_end()
    {
        // The limit that the documentation of Verify names; who must notice keeps the last hash elsewhere.
        QuoteBlock block = QuoteFixture.Read(QuoteFixture.Full);

        Assert.Equal(SealCheck.Intact, (block with { History = block.History.RemoveAt(2) }).Verify());
    }

    private static bool IsIntact(byte[] json)
    {
        try
        {
            return QuoteBlock.Parse(json).Verify() == SealCheck.Intact;
        }
        catch (QuoteFormatException)
        {
            return false;
        }
    }
}
