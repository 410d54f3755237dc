using CsCheck;
using Embeds.Articles;

namespace Embeds.Tests.Articles;

public sealed class TrimmedTextTests
{
    [Fact]
    public void Cuts_that_touch_or_end_the_text_leave_the_rest()
    {
        var trimmed = TrimmedText.Without("0123456789", [(0, 2), (2, 3), (5, 5), (8, 10)]);

        Assert.Equal("34567", trimmed.Text);
        Assert.Equal([3, 4, 5, 6, 7], Enumerable.Range(0, 5).Select(trimmed.InWhole));
    }

    [Fact]
    public void Every_place_of_what_is_left_is_known_in_the_whole() =>
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 8]).Array[0, 12].Sample(pieces =>
        {
            var cuts = new List<(int Start, int End)>();
            var length = 0;
            foreach (var (kept, cut) in pieces)
            {
                cuts.Add((length + kept, length + kept + cut));
                length += kept + cut;
            }

            // Each unit is its own place.
            var text = string.Create(length, 0, (units, _) =>
            {
                for (var i = 0; i < units.Length; i++)
                    units[i] = (char)i;
            });
            var trimmed = TrimmedText.Without(text, cuts);

            Assert.Equal(pieces.Sum(p => p.Item1), trimmed.Text.Length);
            for (var place = 0; place < trimmed.Text.Length; place++)
                Assert.Equal(trimmed.Text[place], trimmed.InWhole(place));
        });
}
