using Spectre.Console;
using Spectre.Console.Rendering;

namespace Embeds.Cli.Output;

/// <summary>The beginning of a text: so many lines, and an ellipsis where there are more.</summary>
internal sealed class FirstLines(string text, int most) : Renderable
{
    private readonly Text _text = new(text);

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var lines = Segment.SplitLines(((IRenderable)_text).Render(options, maxWidth), maxWidth);
        foreach (var line in lines.Take(lines.Count > most ? most - 1 : most))
        {
            foreach (var segment in line)
                yield return segment;
            yield return Segment.LineBreak;
        }

        if (lines.Count > most)
            yield return new Segment("…");
    }
}
