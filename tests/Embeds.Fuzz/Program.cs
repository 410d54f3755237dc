using Embeds.Fuzz;

// embeds-fuzz --table [PART OF A NAME] reads the articles of the table, anything else the endless ones.
if (args is ["--table", .. var rest])
    return TableRun.Run(10_000_000, rest is [var only] ? only : null);
return FuzzOptions.Parse(args) is { } options ? new FuzzRun(options).Run() : 2;
