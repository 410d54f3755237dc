using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace Embeds.Cli.Commands;

/// <summary>A command with a help page that ends in examples, and with answers to what was mistyped.</summary>
internal abstract class ConsoleCommand : Command
{
    protected ConsoleCommand(string name, string description)
        : base(name, description)
    {
        Add(new HelpOption("--help", "-h", "-?") { Description = "Show this help.", Action = new HelpPage(this) });
    }

    /// <summary>The command's forms, one a line.</summary>
    public abstract IReadOnlyList<string> Usage { get; }

    /// <summary>Lines to copy, each with what it does.</summary>
    public abstract IReadOnlyList<(string Line, string Does)> Examples { get; }

    /// <exception cref="CommandException">The words do not make a command.</exception>
    public static void RefuseMistakes(ParseResult parsed, IReadOnlyList<string> words)
    {
        var command = parsed.CommandResult.Command;
        var known = command.Options.SelectMany(option => option.Aliases.Append(option.Name)).ToArray();
        foreach (var word in words.TakeWhile(word => word != "--"))
        {
            // The parser takes an option that it does not know for a source.
            if (word is ['-', _, ..] && parsed.CommandResult.Children.OfType<ArgumentResult>().Any(result => result.Tokens.Any(token => token.Value == word)))
                throw new CommandException(ExitCode.Usage, UnknownOption(word, known));
        }

        if (parsed.Errors is [var error, ..])
            throw new CommandException(ExitCode.Usage, $"{error.Message} (embeds {command.Name} --help shows what can be typed.)");
    }

    private static string UnknownOption(string word, IEnumerable<string> known)
    {
        var name = word.Split('=')[0];
        return Spelling.Nearest(name, known) is { } meant
            ? $"There is no option {name}; {meant} is meant, perhaps."
            : $"There is no option {name}: embeds --help lists them. (A file of that name is ./{name}.)";
    }
}
