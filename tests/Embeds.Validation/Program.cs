using Embeds.Validation;

// Writes what the validators in tests/validators look at:
//   dotnet run -c Release --project tests/Embeds.Validation -- samples OUT [CORPUS]
//   dotnet run -c Release --project tests/Embeds.Validation -- articles OUT CORPUS
switch (args)
{
    case ["samples", var folder, .. var corpus]:
        Samples.Write(folder, corpus.FirstOrDefault(Directory.Exists));
        return 0;
    case ["articles", var folder, var pages]:
        Articles.Write(folder, pages);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Type: samples OUT [CORPUS], or: articles OUT CORPUS");
        return 2;
}
