using Embeds.Fuzz;

return FuzzOptions.Parse(args) is { } options ? new FuzzRun(options).Run() : 2;
