using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Embeds.ConsoleTests.Support;

/// <summary>A built sample as a process.</summary>
internal sealed class SampleProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private SampleProcess(Process process) => _process = process;

    public static SampleProcess Start(string name, params string[] words)
    {
        var folder = typeof(SampleProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "Samples").Value!; // written in the project file
        var dll = Path.GetFullPath(Path.Join(folder.Replace("NAME", name, StringComparison.Ordinal), $"{name}.dll"));
        var start = new ProcessStartInfo("dotnet", [dll, .. words]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8, WorkingDirectory = Path.GetTempPath(), UseShellExecute = false };
        return new SampleProcess(Process.Start(start)!); // without a shell there always is one
    }

    public async Task<(int ExitCode, string Output)> EndAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        var output = await _process.StandardOutput.ReadToEndAsync(late.Token);
        await _process.WaitForExitAsync(late.Token);
        return (_process.ExitCode, output);
    }

    /// <summary>The address of a server, once it is there.</summary>
    public async Task<Uri> ListeningAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
                return new Uri(line[at..].Trim());
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
