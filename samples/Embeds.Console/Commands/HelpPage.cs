using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;

namespace Embeds.Cli.Commands;

/// <summary>Prints a command's help: what it does, its forms, options, examples.</summary>
internal sealed class HelpPage(ConsoleCommand command) : SynchronousCommandLineAction
{
    private const int Width = 80;
    private const int TextColumn = 30;

    public override int Invoke(ParseResult parseResult)
    {
        Console.Out.Write(Text());
        return (int)ExitCode.Done;
    }

    private string Text()
    {
        var page = new StringBuilder();
        Paragraph(page, command.Description!, 0);
        page.Append('\n');
        for (var i = 0; i < command.Usage.Count; i++)
            page.Append(i == 0 ? "Usage: " : "       ").Append(command.Usage[i]).Append('\n');

        if (command.Arguments.Count > 0)
            page.Append("\nArguments\n");
        foreach (var argument in command.Arguments)
            Entry(page, argument.Name, argument.Description!);

        page.Append("\nOptions\n");
        foreach (var option in command.Options.Where(option => !option.Hidden))
            Entry(page, Names(option), option.Description!);

        page.Append("\nExamples\n");
        foreach (var (line, does) in command.Examples)
            page.Append("  ").Append(line).Append("\n      ").Append(does).Append('\n');
        return page.ToString();
    }

    private static string Names(Option option)
    {
        var brief = option.Aliases.FirstOrDefault(alias => alias.Length == 2);
        var names = brief is null ? $"    {option.Name}" : $"{brief}, {option.Name}";
        return option.HelpName is null ? names : $"{names} {option.HelpName}";
    }

    private static void Entry(StringBuilder page, string name, string description)
    {
        page.Append("  ").Append(name);
        var column = name.Length + 2;
        if (column >= TextColumn)
        {
            page.Append('\n');
            column = 0;
        }

        page.Append(' ', TextColumn - column);
        Paragraph(page, description, TextColumn);
    }

    /// <summary>Breaks a text at blanks; every line but the first is indented, the first stands where the page ends.</summary>
    private static void Paragraph(StringBuilder page, string text, int indent)
    {
        var column = indent;
        foreach (var word in text.Split(' '))
        {
            if (column > indent && column + 1 + word.Length > Width)
            {
                page.Append('\n').Append(' ', indent);
                column = indent;
            }

            if (column > indent)
            {
                page.Append(' ');
                column++;
            }

            page.Append(word);
            column += word.Length;
        }

        page.Append('\n');
    }
}
