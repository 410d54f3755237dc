using System.CommandLine;
using System.Globalization;
using Embeds.Rendering;

namespace Embeds.Cli.Commands;

/// <summary>Makes options that say in one sentence what they take, and never ask the machine's culture.</summary>
internal static class OptionOf
{
    public static Option<bool> Switch(string name, string description) => new(name) { Description = description };

    public static Option<string?> Path(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = "PATH" };

    public static Option<int> Number(string name, int least, int most, int usual, string description) => new(name)
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"{description} [{usual}]"),
        HelpName = "N",
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a whole number from {least} to {most}, not '{result.Tokens[0].Value}'."));
            return usual;
        },
    };

    public static Option<TimeSpan> Seconds(string name, TimeSpan least, TimeSpan most, TimeSpan usual, string description) => new(name)
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"{description} [{usual.TotalSeconds}]"),
        HelpName = "SECONDS",
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds >= least.TotalSeconds && seconds <= most.TotalSeconds)
                return TimeSpan.FromSeconds(seconds);
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes seconds from {least.TotalSeconds} to {most.TotalSeconds}, such as 2.5, not '{result.Tokens[0].Value}'."));
            return usual;
        },
    };

    public static Option<T> Choice<T>(string name, T usual, string description, params string[] aliases)
        where T : struct, Enum
    {
        var words = string.Join(", ", Enum.GetNames<T>().Select(word => word.ToLowerInvariant()));
        return new Option<T>(name, aliases)
        {
            Description = $"{description}: {words} [{usual.ToString().ToLowerInvariant()}]",
            HelpName = name.TrimStart('-').ToUpperInvariant(),
            DefaultValueFactory = _ => usual,
            CustomParser = result =>
            {
                foreach (var value in Enum.GetValues<T>())
                {
                    if (value.ToString().Equals(result.Tokens[0].Value, StringComparison.OrdinalIgnoreCase))
                        return value;
                }

                result.AddError($"{name} takes one of {words}, not '{result.Tokens[0].Value}'.");
                return usual;
            },
        };
    }

    public static Option<Uri?> Address(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                return address;
            result.AddError($"{name} takes a whole address such as https://news.example/story, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    public static Option<string> Language(string name, string description)
    {
        const string Usual = "en";
        var tags = string.Join(", ", QuoteRenderingOptions.LabelLanguages);
        return new Option<string>(name)
        {
            Description = $"{description}: {tags} [{Usual}]",
            HelpName = "LANG",
            DefaultValueFactory = _ => Usual,
            CustomParser = result =>
            {
                var tag = result.Tokens[0].Value.ToLowerInvariant();
                if (QuoteRenderingOptions.LabelLanguages.Contains(tag.Split('-')[0], StringComparer.Ordinal))
                    return tag;
                result.AddError($"{name} takes one of {tags}, not '{result.Tokens[0].Value}'.");
                return Usual;
            },
        };
    }

    public static Option<DateTimeOffset?> Time(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            if (DateTimeOffset.TryParseExact(result.Tokens[0].Value, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                return time;
            result.AddError($"{name} takes a time such as 2026-11-24T10:00:00Z, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];
}
