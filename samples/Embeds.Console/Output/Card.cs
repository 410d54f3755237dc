using Spectre.Console;
using Spectre.Console.Rendering;

namespace Embeds.Cli.Output;

/// <summary>
/// A box that is open to the right: no terminal agrees with another about the width of emoji or the place of right-to-left
/// words, so only a box without a right side never breaks.
/// </summary>
internal sealed class Card(string title, IReadOnlyList<IRenderable> body, string foot) : Renderable
{
    private static readonly Style Frame = new(Color.Grey);
    private static readonly Style Title = new(decoration: Decoration.Bold);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var head = Segment.Truncate([new Segment(title, Title)], maxWidth - 6);
        yield return new Segment("┌─ ", Frame);
        foreach (var segment in head)
            yield return segment;
        yield return new Segment($" {new string('─', maxWidth - 4 - Segment.CellCount(head))}", Frame);
        yield return Segment.LineBreak;
        foreach (var segment in body.SelectMany(part => Indented(part, "│ ", "│ ", options, maxWidth)).Concat(Indented(new Text(foot, Frame), "└─ ", "   ", options, maxWidth)))
            yield return segment;
    }

    private static IEnumerable<Segment> Indented(IRenderable part, string first, string later, RenderOptions options, int maxWidth)
    {
        var indent = first;
        foreach (var line in Segment.SplitLines(part.Render(options, maxWidth - first.Length), maxWidth - first.Length))
        {
            yield return new Segment(indent, Frame);
            foreach (var segment in line)
                yield return segment;
            yield return Segment.LineBreak;
            indent = later;
        }
    }
}
