using System.Reflection;
using Embeds.ConsoleTests.Support;

namespace Embeds.ConsoleTests;

public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(typeof(ReadmeTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "Readme").Value!); // written in the project file

    [Fact]
    public async Task Output_that_is_shown_is_what_the_command_writes()
    {
        var shown = Readme.Split("```text\n")[1].Split("```")[0];

        var run = await Run.Of(Run.Article("faro-viejo.html"), "--offline");

        Assert.All(shown.Split("…\n"), part => Assert.Contains(part, run.Output));
    }

    [Fact]
    public async Task Options_that_are_shown_exist()
    {
        var help = (await Run.Of("--help")).Output + (await Run.Of("rewrite", "--help")).Output;

        var commands = Readme.Split('\n').Where(line => line.StartsWith("bin/embeds ", StringComparison.Ordinal) || line.Contains("Embeds.Console -- ", StringComparison.Ordinal));
        Assert.All(commands.SelectMany(line => line.Split('#')[0].Split("-- ")[^1].Split(' ')).Where(word => word is ['-', ..]), option => Assert.Contains(option, help));
    }
}
