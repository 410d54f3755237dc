using System.Globalization;
using Embeds.Fuzz;

// --table [PART OF A NAME [BYTES]] reads the articles of the table, anything else the endless ones.
if (args is ["--table", .. var rest])
    return TableRun.Run(rest is [_, var size] ? int.Parse(size, CultureInfo.InvariantCulture) : 10_000_000, rest is [var only, ..] ? only : null);
return FuzzOptions.Parse(args) is { } options ? new FuzzRun(options).Run() : 2;
