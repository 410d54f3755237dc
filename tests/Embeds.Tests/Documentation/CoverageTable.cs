using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Embeds.Platforms;
using Embeds.Tests.Support;

namespace Embeds.Tests.Documentation;

/// <summary>What the fixtures show of each platform, as the page <c>docs/coverage.md</c>. It says what is tested and nothing else.</summary>
internal sealed class CoverageTable
{
    private const string Introduction =
        """
        # Coverage

        Which platform's posts are read from which form of embed. This page is made from the expectations beside the fixtures (`CoverageTableTests`); the table says nothing that no test holds.

        - **✓** At least one fixture shows this platform in this form, with the facts that the test holds it to. Every form that is known to be in use for a platform has this mark; the test fails where one has not.
        - **·** Nobody is known to hand out such markup. If it occurs, the carriers that know no platform by name (frames, lazy loaders, consent gates, page data, cards, codes, bare links) read it all the same.
        - **–** It cannot be: a video has no words that a quotation could keep, a network that is younger than Flash has no Flash player. `tests/Fixtures/coverage.txt` says which and why.
        - **Facts offline**: what some fixture's own markup gives without a request. `handle` is often from the address; `date` is a date that the markup shows, not one that the id holds.
        - **Time in id**: how precise the time is that the post's id holds; empty where ids hold none.
        - The forms are those of `source.embed_form`, explained in `EmbedForm`. Text that lost its embed (`flattened-text`) belongs to no platform's markup and is left out.

        """;

    private static readonly ImmutableArray<(string Name, Func<JsonElement, bool> IsIn)> FactNames =
    [
        ("text", block => Has(block, "text", "value")),
        ("name", block => Has(block, "author", "name")),
        ("handle", block => Has(block, "author", "handle")),
        ("title", block => Has(block, "card", "title")),
        ("media", block => block.TryGetProperty("media", out var media) && media.GetArrayLength() > 0),
    ];

    private readonly HashSet<(string Platform, string Form)> _forms = [];
    private readonly HashSet<(string Platform, string Fact)> _facts = [];
    private readonly Dictionary<string, SortedSet<string>> _idTimes = IdTimes();

    private readonly FormsInUse _uses = FormsInUse.Read();

    private CoverageTable()
    {
    }

    public static ImmutableArray<string> Forms { get; } =
    [
        EmbedForm.Blockquote, EmbedForm.Degraded, EmbedForm.Iframe, EmbedForm.Script, EmbedForm.Rendered, EmbedForm.Lazy,
        EmbedForm.Consent, EmbedForm.CmsWrapper, EmbedForm.Amp, EmbedForm.Legacy, EmbedForm.JsonPayload, EmbedForm.BareLink,
    ];

    /// <summary>Forms that some fixture shows and that have no column.</summary>
    public IEnumerable<string> UnknownForms => _forms.Select(f => f.Form).Except(Forms).Order(StringComparer.Ordinal);

    public static CoverageTable OfFixtures()
    {
        var table = new CoverageTable();
        foreach (var file in Directory.EnumerateFiles(Fixtures.Root, "*.expected.json", SearchOption.AllDirectories))
        {
            using var expected = JsonDocument.Parse(File.ReadAllText(file));
            if (expected.RootElement.ValueKind != JsonValueKind.Array)
                continue;
            foreach (var block in expected.RootElement.EnumerateArray().Where(b => b.TryGetProperty("form", out _)))
                table.Add(block);
        }

        return table;
    }

    public string ToMarkdown()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n")).Append('\n');
        Row(page, ["platform", .. Forms, "facts offline", "time in id"]);
        Row(page, ["---", .. Forms.Select(_ => ":-:"), "---", "---"]);
        foreach (var platform in All().OrderBy(p => p.Id, StringComparer.Ordinal))
            Row(page, [platform.Id, .. Forms.Select(f => MarkOf(platform.Id, f)), FactsOf(platform.Id), TimeOf(platform.Id)]);
        return page.ToString();
    }

    /// <summary>Forms in use of which no fixture shows the platform.</summary>
    public IEnumerable<string> Missing => Cells().Where(c => _uses.IsInUse(c.Platform, c.Form) && !_forms.Contains(c)).Select(c => $"{c.Platform} {c.Form}");

    /// <summary>Forms that cannot be and that a fixture shows.</summary>
    public IEnumerable<string> Impossible => Cells().Where(c => _uses.CannotBe(c.Platform, c.Form) && _forms.Contains(c)).Select(c => $"{c.Platform} {c.Form}");

    private static IEnumerable<(string Platform, string Form)> Cells() => All().SelectMany(p => Forms.Select(f => (p.Id, f)));

    private string MarkOf(string platform, string form) =>
        _forms.Contains((platform, form)) ? "✓" : _uses.IsInUse(platform, form) ? "" : _uses.CannotBe(platform, form) ? "–" : "·";

    private static ImmutableArray<Platform> All() => PlatformCatalog.BuiltIn.AddRange(PlatformCatalog.Cards);

    private void Add(JsonElement block)
    {
        var platform = block.GetProperty("platform").GetString()!;
        _forms.Add((platform, block.GetProperty("form").GetString()!));
        foreach (var (name, isIn) in FactNames)
        {
            if (isIn(block))
                _facts.Add((platform, name));
        }

        // A block's date may be the id's; one that is shown is the markup's.
        if (Has(block, "published", "as_shown") || !_idTimes.ContainsKey(platform) && Has(block, "published", "at"))
            _facts.Add((platform, "date"));
    }

    private static bool Has(JsonElement block, string part, string name) =>
        block.TryGetProperty(part, out var inner) && inner.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 };

    private string FactsOf(string platform) =>
        string.Join(", ", ((IEnumerable<string>)["text", "name", "handle", "date", "title", "media"]).Where(f => _facts.Contains((platform, f))));

    private string TimeOf(string platform) => _idTimes.TryGetValue(platform, out var precisions) ? string.Join(", ", precisions) : "";

    /// <summary>The precisions that the vectors in <c>links/id-times.txt</c> show.</summary>
    private static Dictionary<string, SortedSet<string>> IdTimes()
    {
        var times = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        var platforms = All().ToDictionary(p => p.Id, StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(Fixtures.Root, "links", "id-times.txt")))
        {
            if (line.Split('\t') is not [var id, var permalink, ..] || !platforms.TryGetValue(id, out var platform) || !WebAddress.TryParse(permalink, out var address))
                continue;
            if (platform.ReadLink(address) is not { } link || platform.TimeOf(link) is not { At: not null } time)
                continue;
            if (!times.TryGetValue(id, out var precisions))
                times.Add(id, precisions = new SortedSet<string>(StringComparer.Ordinal));
            precisions.Add(time.Precision.ToString().ToLowerInvariant());
        }

        return times;
    }

    private static void Row(StringBuilder page, IEnumerable<string> cells) => page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
