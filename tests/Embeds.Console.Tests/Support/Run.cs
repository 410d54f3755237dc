using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Embeds.ConsoleTests.Support;

/// <summary>One run of the built console, as a script sees it.</summary>
internal sealed record Run(int ExitCode, string Output, string Errors)
{
    /// <summary>Long before the test itself is given up; no run takes a tenth of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>How long after the signal it ended, where one was sent.</summary>
    public TimeSpan AfterSignal { get; init; }

    public JsonElement Json => JsonElement.Parse(Output);

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static string Article(string name) => Path.GetFullPath(Path.Join(Metadata("Articles"), name));

    public static Task<Run> Of(params string[] words) => WithInput("", words);

    /// <summary>Whether there is a tool here that gives a program a terminal.</summary>
    public static bool HasTerminal => OperatingSystem.IsLinux() && File.Exists("/usr/bin/script");

    /// <summary>Runs the console on a terminal of 80 columns, which shows both outputs.</summary>
    public static async Task<Run> OnTerminal(string environment, params string[] words)
    {
        var line = string.Join(' ', Quiet(words).Prepend(Dll).Select(word => $"'{word}'"));
        using var process = Start("script", "-qec", $"stty cols 80 rows 24; {environment} dotnet {line}", "/dev/null");
        var output = process.StandardOutput.ReadToEndAsync();
        await EndAsync(process);
        return new Run(process.ExitCode, await output, "");
    }

    public static Task<Run> WithInput(string input, params string[] words) => WithInput(Encoding.UTF8.GetBytes(input), words);

    public static async Task<Run> WithInput(byte[] input, params string[] words)
    {
        using var process = Start(["dotnet", Dll, .. Quiet(words)]);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await GiveAsync(process, input);
        await EndAsync(process);
        return new Run(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the console and sends it a signal once something has happened. What it writes is read only afterwards.</summary>
    public static async Task<Run> Interrupted(string signal, Func<StreamReader, Task> begun, params string[] words)
    {
        using var process = Start(["dotnet", Dll, .. Quiet(words)]);
        await begun(process.StandardOutput);
        var sent = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await EndAsync(process);
        var after = sent.Elapsed;
        return new Run(process.ExitCode, await process.StandardOutput.ReadToEndAsync(), await process.StandardError.ReadToEndAsync()) { AfterSignal = after };
    }

    /// <summary>Runs the console and tells what it connected to (<c>address:port</c>) and which names it looked up.</summary>
    /// <param name="log">A file for what the runtime reports.</param>
    /// <param name="words">The command line.</param>
    public static async Task<(Run Run, string[] Connections)> Watched(string log, params string[] words)
    {
        var start = Info("dotnet", [Dll, .. Quiet(words)]);
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        start.Environment[StartupHook.Variable] = log;
        using var process = Process.Start(start)!; // without a shell there always is one
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Close();
        await EndAsync(process);
        var reported = await File.ReadAllLinesAsync(log);
        Assert.Equal("watching", reported[0]);
        return (new Run(process.ExitCode, await output, await errors), [.. reported.Skip(1).Select(Connection)]);
    }

    /// <summary><c>ConnectStart InterNetwork:16:{31,144,127,0,0,1,…}</c> as an address; what is not of that form stays as it is.</summary>
    private static string Connection(string reported)
    {
        var parts = reported.Split('{', '}');
        if (!reported.StartsWith("ConnectStart InterNetwork:", StringComparison.Ordinal) || parts.Length < 2)
            return reported;
        var bytes = parts[1].Split(',').Select(b => byte.Parse(b, CultureInfo.InvariantCulture)).ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{bytes[2]}.{bytes[3]}.{bytes[4]}.{bytes[5]}:{(bytes[0] << 8) + bytes[1]}");
    }

    /// <summary>Tests ask no platform, unless one says where: the posts in the articles are nobody's.</summary>
    private static string[] Quiet(string[] words) =>
        words is [] or ["verify" or "platforms" or "rewrite", ..] || words.Intersect(["--offline", "--network", "--help", "--version", "-h", "-?"]).Any() ? words
        : words[0] == "capture" ? ["capture", "--network", "offline", .. words[1..]]
        : ["--network", "offline", .. words];

    /// <summary>Talks with the console while it runs; what it wrote and was not read in the talk is the result.</summary>
    public static async Task<Run> Talking(Func<StreamWriter, StreamReader, Task> talk, params string[] words)
    {
        using var process = Start(["dotnet", Dll, .. Quiet(words)]);
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await talk(process.StandardInput, process.StandardOutput);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended the talk itself.
        }

        await EndAsync(process);
        var rest = "";
        try
        {
            rest = await process.StandardOutput.ReadToEndAsync();
        }
        catch (ObjectDisposedException)
        {
            // The talk has closed it: that was the point.
        }

        return new Run(process.ExitCode, rest, await errors);
    }

    private static string Dll => Path.GetFullPath(Metadata("ConsoleDll"));

    private static Process Start(params string[] words) => Process.Start(Info(words[0], words[1..]))!; // without a shell there always is one

    private static ProcessStartInfo Info(string program, string[] words)
    {
        var start = new ProcessStartInfo(program, words)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Remove("NO_COLOR");
        // Another culture than the contract's: what is written must not notice.
        start.Environment["LC_ALL"] = "de_DE.UTF-8";
        return start;
    }

    private static async Task GiveAsync(Process process, byte[] input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It did not want to read all of it.
        }
    }

    private static async Task EndAsync(Process process)
    {
        using var late = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string Metadata(string key) => typeof(Run).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!; // written in the project file
}
