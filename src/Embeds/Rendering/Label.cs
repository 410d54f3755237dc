using System.Globalization;

namespace Embeds.Rendering;

/// <summary>A label with one place for what it speaks of, such as <c>Text saved {}</c>.</summary>
internal readonly record struct Label(string Before, string After)
{
    /// <summary>Marks the place in a file of labels.</summary>
    public const string Place = "{}";

    /// <exception cref="FormatException">There is not exactly one place.</exception>
    public static Label Parse(string label) => label.Split(Place) switch
    {
        [var before, var after] => new Label(before, after),
        _ => throw new FormatException($"The label \"{label}\" needs exactly one {Place}."),
    };

    public string Around(string text) => Before + text + After;

    public string Around(long number) => Around(number.ToString(CultureInfo.InvariantCulture));
}
