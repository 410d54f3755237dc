using System.Globalization;

namespace Embeds.Fuzz;

/// <summary>What to try, from the command line.</summary>
internal sealed record FuzzOptions
{
    private const string Usage = """
        Feeds made-up and broken articles to the library; each is named by a seed and a number, and can be made again.

          --seed N       the first half of every article's name [1]
          --from N       the number of the first article [0]
          --count N      how many articles [100000]
          --seconds N    stop earlier, after this time
          --size N       the usual length of an article, in characters [600]
          --threads N    articles at once [1]
          --keep FOLDER  write what went wrong there, one file a case
        """;

    public int Seed { get; private init; } = 1;

    public long From { get; private init; }

    public long Count { get; private init; } = 100_000;

    public TimeSpan Time { get; private init; } = TimeSpan.FromDays(1);

    public int Size { get; private init; } = 600;

    public int Threads { get; private init; } = 1;

    public string? Keep { get; private init; }

    /// <returns>Null when the line is wrong; the usage was shown.</returns>
    public static FuzzOptions? Parse(string[] args)
    {
        var options = new FuzzOptions();
        try
        {
            for (var i = 0; i < args.Length; i += 2)
                options = options.With(args[i], args[i + 1]);
            return options;
        }
        catch (Exception e) when (e is FormatException or OverflowException or IndexOutOfRangeException)
        {
            Console.Error.WriteLine(Usage);
            return null;
        }
    }

    private FuzzOptions With(string name, string value) => name switch
    {
        "--seed" => this with { Seed = Number(value) },
        "--from" => this with { From = long.Parse(value, CultureInfo.InvariantCulture) },
        "--count" => this with { Count = long.Parse(value, CultureInfo.InvariantCulture) },
        "--seconds" => this with { Time = TimeSpan.FromSeconds(Number(value)) },
        "--size" => this with { Size = Number(value) },
        "--threads" => this with { Threads = Number(value) },
        "--keep" => this with { Keep = value },
        _ => throw new FormatException(name),
    };

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
