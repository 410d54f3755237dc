using Embeds.Cli;

return (int)await CommandLine.RunAsync(args);
