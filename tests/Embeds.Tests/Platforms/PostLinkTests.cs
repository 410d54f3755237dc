using System.Globalization;
using CsCheck;
using Embeds.Platforms;
using Embeds.Tests.Support;

namespace Embeds.Tests.Platforms;

/// <summary>
/// The URL grammar of every platform. <c>tests/Fixtures/links/PLATFORM.txt</c> has lines <c>alias TAB permalink</c> for what is a
/// post and <c>! address</c> for what looks like one and is none to anybody (<c>!! address</c>: not even to the platform itself,
/// which for software that runs on any host is a question of the path alone). <c>id-times.txt</c> has <c>platform TAB permalink TAB
/// time</c>, where <c>-</c> says that the id holds no time. Lines that begin with <c>;</c> explain.
/// </summary>
public sealed class PostLinkTests
{
    private const string Noise = "utm_source=newsletter&amp=1&embed_theme=dark";
    private static readonly PlatformCatalog Catalog = new(PlatformCatalog.BuiltIn.AddRange(PlatformCatalog.Cards));
    private static readonly string Folder = Path.Combine(Fixtures.Root, "links");

    public static IEnumerable<TheoryDataRow<string>> Platforms() =>
        Directory.EnumerateFiles(Folder, "*.txt")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Where(name => name != "id-times")
            .Order(StringComparer.Ordinal)
            .Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Every_spelling_of_a_post_is_folded_to_one_permalink(string platform)
    {
        var wrong = Posts(platform)
            .Select(post => (post.Alias, post.Permalink, Actual: Read(platform, post.Alias)?.Permalink))
            .Where(post => post.Actual != post.Permalink);

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void What_is_no_post_is_refused(string platform)
    {
        var wrong = NearMisses(platform)
            .Select(miss => (miss.Address, Actual: Catalog.ReadFrame(miss.Address) ?? Catalog.ReadLink(miss.Address) ?? (miss.AskPlatform ? Read(platform, miss.Address) : null)))
            .Where(miss => miss.Actual is not null);

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void A_permalink_is_its_own_permalink_and_keeps_the_id(string platform)
    {
        var wrong = Posts(platform)
            .Select(post => (First: Read(platform, post.Alias), Again: Read(platform, post.Permalink)))
            .Where(pair => pair.Again?.Permalink != pair.First?.Permalink || pair.Again?.NativeId != pair.First?.NativeId);

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void Noise_in_the_address_changes_nothing(string platform)
    {
        var wrong = Posts(platform)
            .SelectMany(post => Noisy(post.Alias), (post, noisy) => (Noisy: noisy, post.Permalink, Actual: Read(platform, noisy)?.Permalink))
            .Where(post => post.Actual != post.Permalink);

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public void What_wraps_the_address_is_looked_through_and_kept_as_seen(string platform)
    {
        foreach (var (alias, permalink) in Posts(platform))
        {
            var wrapped = "https://web.archive.org/web/20190717140047/" + alias;
            if (alias.StartsWith("//", StringComparison.Ordinal) || Catalog.ReadLink(wrapped) is not { } link)
                continue;

            Assert.Equal(permalink, link.Permalink);
            Assert.Equal(wrapped, link.Seen);
        }
    }

    [Fact]
    public void A_time_is_read_from_ids_that_hold_one()
    {
        var wrong = Lines("id-times")
            .Select(line => Parts(line, 3, "platform, permalink, time"))
            .Select(part => (Platform: part[0], Permalink: part[1], Expected: part[2], Actual: TimeOf(part[0], part[1])))
            .Where(time => time.Actual != time.Expected);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_platform_has_a_list()
    {
        string[] platforms = [.. Catalog.All.Select(p => p.Id)];
        string[] lists = [.. Platforms().Select(row => row.Data)];

        string[] lacking = [.. platforms.Except(lists, StringComparer.Ordinal)];
        Assert.True(lacking.Length == 0, "tests/Fixtures/links has no ID.txt for: " + string.Join(' ', lacking));
        string[] strange = [.. lists.Except(platforms, StringComparer.Ordinal)];
        Assert.True(strange.Length == 0, "PlatformCatalog has no platform for these lists of tests/Fixtures/links: " + string.Join(' ', strange));
    }

    /// <summary>Whatever stands in an address, it is read or refused; and what is read, is read the same from its permalink.</summary>
    [Fact]
    public void Any_address_is_read_or_refused_and_its_permalink_is_stable()
    {
        string[] aliases = [.. Platforms().SelectMany(row => Posts(row.Data)).Select(post => post.Alias)];
        string[] pieces = [.. aliases.SelectMany(alias => alias.Split('/', '?', '=', '&')).Distinct(StringComparer.Ordinal)];
        var piece = Gen.OneOf(Gen.OneOf(pieces), Gen.String[Gen.Char[AnySign], 0, 24], Gen.ULong.Select(n => n.ToString(CultureInfo.InvariantCulture)));

        Gen.Select(Gen.OneOf(aliases), Gen.Int[1, 9], piece, Gen.Bool).Sample(
            (alias, place, words, isInPath) =>
            {
                if (Catalog.ReadFrame(With(alias, place, words, isInPath ? '/' : '=')) is not { } link)
                    return;
                _ = Catalog.Find(link.Platform)!.TimeOf(link);
                var again = Read(link.Platform, link.Permalink);
                Assert.Equal((link.Permalink, link.NativeId), (again?.Permalink, again?.NativeId));
            },
            iter: 200_000);
    }

    private const string AnySign = "abcXYZ019-_.:;@%#&+,()~!*'\"<>|\\ \t\u00e4\u4e2d\ud83d\ude00\u0000";

    private static string With(string alias, int place, string words, char divider)
    {
        var parts = alias.Split(divider);
        parts[Math.Min(place, parts.Length - 1)] = words;
        return string.Join(divider, parts);
    }

    /// <summary>Asks the platform itself: software that runs on any host is not known by the host.</summary>
    private static PostLink? Read(string platform, string text) =>
        WebAddress.TryParse(text, out var address) && Catalog.Find(platform)!.ReadLink(WrappedAddress.Unwrap(address)) is { } link && link.Platform == platform ? link : null;

    private static string TimeOf(string platform, string permalink) =>
        Read(platform, permalink) is { } link ? Catalog.Find(platform)!.TimeOf(link)?.At ?? "-" : "no post";

    private static IEnumerable<string> Noisy(string alias)
    {
        if (alias.Contains('#'))
            yield break;
        yield return alias + (alias.Contains('?') ? '&' : '?') + Noise;
        yield return alias + "#top";
        yield return "  " + alias + "\n";
    }

    private static IEnumerable<(string Alias, string Permalink)> Posts(string platform) =>
        Lines(platform).Where(line => line[0] != '!').Select(line => Parts(line, 2, "address, permalink")).Select(part => (part[0], part[1]));

    private static IEnumerable<(string Address, bool AskPlatform)> NearMisses(string platform) =>
        Lines(platform).Where(line => line[0] == '!').Select(line => (line.TrimStart('!').Trim(), line.StartsWith("!!", StringComparison.Ordinal)));

    /// <summary>A line's parts. An editor that writes blanks for tabs is told so here.</summary>
    private static string[] Parts(string line, int count, string names)
    {
        var parts = line.Split('\t');
        Assert.True(parts.Length == count, $"This line of tests/Fixtures/links is not \"{names}\" with one tab between them: {line}");
        return parts;
    }

    private static IEnumerable<string> Lines(string name) =>
        File.ReadLines(Path.Combine(Folder, name + ".txt")).Where(line => line.Length > 0 && line[0] != ';');
}
