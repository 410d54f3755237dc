using System.Globalization;

namespace Embeds.Benchmarks.Recovery;

/// <summary>How many of the wanted posts were found, and how many of their fields are right.</summary>
internal sealed class Tally
{
    private int _wanted;
    private int _found;
    private int _false;
    private (int Right, int Of) _text;
    private (int Right, int Of) _name;
    private (int Right, int Of) _handle;
    private (int Right, int Of) _date;

    public const string Head = "| | posts | found | precision | text exact | name | handle | date |\n|---|---|---|---|---|---|---|---|";

    public void Miss() => _wanted++;

    public void False() => _false++;

    public void Found()
    {
        _wanted++;
        _found++;
    }

    public void Text(bool right) => Count(ref _text, right);

    public void Name(bool right) => Count(ref _name, right);

    public void Handle(bool right) => Count(ref _handle, right);

    public void Date(bool right) => Count(ref _date, right);

    public string Row(string name) => string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {_wanted} | {Percent(_found, _wanted)} | {Percent(_found, _found + _false)} | {Percent(_text)} | {Percent(_name)} | {Percent(_handle)} | {Percent(_date)} |");

    public static string Percent(int part, int whole) => whole == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0}");

    private static string Percent((int Right, int Of) field) => Percent(field.Right, field.Of);

    private static void Count(ref (int Right, int Of) field, bool right) => field = (field.Right + (right ? 1 : 0), field.Of + 1);
}
