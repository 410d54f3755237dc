using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Embeds.Benchmarks;
using Embeds.Benchmarks.Recovery;

// A folder of pages as the first argument is measured in place of the sample articles:
//   dotnet run -c Release --project tests/Embeds.Benchmarks -- ../shared/corpus/pages
//   dotnet run -c Release --project tests/Embeds.Benchmarks -- ../shared/corpus/pages ratios
//   dotnet run -c Release --project tests/Embeds.Benchmarks -- recovery ../shared/corpus
if (args is ["recovery", .. var recovery])
    return RecoveryCommand.Run(recovery);

// Memory over a long run of the network capture, without any network:
//   dotnet run -c Release --project tests/Embeds.Benchmarks -- network 20000
if (args is ["network", .. var network])
    return NetworkMemory.Run(network);

var rest = args;
if (args is [var folder, .. var others] && !folder.StartsWith('-'))
{
    Pages.Folder = Path.GetFullPath(folder);
    rest = others;
}

if (rest is ["ratios", .. var measures])
    return Ratios.Run(measures, Console.Out);

// One process for all rows, so that ratios compare like with like and the folder need not cross a process border.
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(Job.MediumRun.WithToolchain(InProcessEmitToolchain.Instance).WithLaunchCount(1).WithWarmupCount(3).WithIterationCount(10));
BenchmarkSwitcher.FromAssembly(typeof(Pages).Assembly).Run(rest.Length == 0 ? ["--filter", "*"] : rest, config);
return 0;
