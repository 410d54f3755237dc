using Embeds.Tests.Support;

namespace Embeds.Tests.Documentation;

/// <summary><c>tests/Fixtures/coverage.txt</c>: which forms of which platforms are in use, and which cannot be.</summary>
internal sealed class FormsInUse
{
    private const string Every = "*";

    private readonly HashSet<(string Platform, string Form)> _inUse = [];
    private readonly HashSet<(string Platform, string Form)> _impossible = [];

    private FormsInUse()
    {
    }

    public static FormsInUse Read()
    {
        var uses = new FormsInUse();
        foreach (var line in File.ReadLines(Path.Combine(Fixtures.Root, "coverage.txt")).Where(l => l.Length > 0 && l[0] != ';'))
        {
            if (line.Split('\t') is not [var sign, var platforms, var forms])
                throw new InvalidDataException("Not sign, platforms and forms with tabs between them: " + line);
            var cells = platforms.Split(' ').SelectMany(p => forms.Split(' ').Select(f => (p, f)));
            (sign == "+" ? uses._inUse : uses._impossible).UnionWith(cells);
        }

        return uses;
    }

    public bool CannotBe(string platform, string form) => _impossible.Contains((platform, form));

    public bool IsInUse(string platform, string form) => _inUse.Contains((platform, form)) || _inUse.Contains((Every, form)) && !CannotBe(platform, form);
}
