using Embeds.Rendering;
using StaticSite;

if (args is not [var source, var target, .. var rest] || !Directory.Exists(source) || !Enum.TryParse<MarkdownFlavor>(rest is [var word] ? word : "CommonMark", ignoreCase: true, out var flavor))
{
    Console.Error.WriteLine("Usage: StaticSite CONTENT-FOLDER TARGET-FOLDER [commonmark|hugo|obsidian]");
    return 2;
}

var blocks = new SiteBuild(flavor).Run(source, target, Console.Error);
Console.WriteLine($"{blocks} quote blocks set in.");
return 0;
