using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;
using Embeds.ConsoleTests.Support;

namespace Embeds.ConsoleTests;

/// <summary>
/// The packed files as a stranger uses them: in a fresh folder, with a package cache of its own, from the folder
/// <c>artifacts</c> that <c>dotnet pack Embeds.sln -c Release -o artifacts</c> fills. The packages that they need come from the
/// cache that building this project filled, so that no test asks anything of the network.
/// </summary>
public sealed class PackageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public void Library_package_holds_what_users_expect()
    {
        using var package = Open("Embeds.0*.nupkg");

        Assert.All(["README.md", "icon.png", "lib/net10.0/Embeds.dll", "lib/net10.0/Embeds.xml"], name => Assert.NotNull(package.GetEntry(name)));
        var about = XDocument.Load(package.GetEntry("Embeds.nuspec")!.Open()).Descendants().ToLookup(e => e.Name.LocalName, e => e.Value);
        Assert.Equal(("MIT", "README.md", "icon.png"), (about["license"].Single(), about["readme"].Single(), about["icon"].Single()));
        Assert.DoesNotContain(XDocument.Load(package.GetEntry("Embeds.nuspec")!.Open()).Descendants(), e => e.Name.LocalName == "dependency" && e.Attribute("id")!.Value.Contains("Analyzer", StringComparison.Ordinal));
    }

    [Fact]
    public void Symbols_are_packed_apart()
    {
        using var package = Open("Embeds.0*.snupkg");

        Assert.NotNull(package.GetEntry("lib/net10.0/Embeds.pdb"));
    }

    [Fact]
    public async Task Library_is_used_from_its_package_in_a_fresh_folder()
    {
        Assert.SkipUnless(ArePacked, "Needs the packages: dotnet pack Embeds.sln -c Release -o artifacts.");
        using var folder = Folder();
        folder.File("Stranger.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Embeds" Version="{VersionOf("Embeds.0*.nupkg")}" />
              </ItemGroup>
            </Project>
            """);
        folder.File("Program.cs", """
            using Embeds;
            using Embeds.Quotes;

            using var archiver = new EmbedArchiver();
            foreach (QuoteBlock quote in archiver.Read(File.ReadAllBytes(args[0])).Blocks)
                Console.WriteLine($"{quote.Author.Handle} {quote.Verify()}");
            """);

        var run = await InAsync(folder, "dotnet", "run", "--project", folder.Root, "--", Run.Article("faro-viejo.html"));

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("concejo_loriga Intact", run.Output);
    }

    [Fact]
    public async Task Tool_is_installed_from_its_package_in_a_fresh_folder()
    {
        Assert.SkipUnless(ArePacked, "Needs the packages: dotnet pack Embeds.sln -c Release -o artifacts.");
        using var folder = Folder();

        var installed = await InAsync(folder, "dotnet", "tool", "install", "Embeds.Tool", "--version", VersionOf("Embeds.Tool.*.nupkg"), "--tool-path", folder.Path("bin"), "--configfile", folder.Path("nuget.config"));
        Assert.True(installed.ExitCode == 0, installed.Output + installed.Errors);
        var run = await InAsync(folder, folder.Path("bin/embeds"), Run.Article("faro-viejo.html"), "--offline", "-f", "ndjson");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(5, run.Json.GetProperty("blocks").GetArrayLength());
    }

    private static string Packages => Path.GetFullPath(Metadata("Packages"));

    private static bool ArePacked => Directory.Exists(Packages) && Directory.EnumerateFiles(Packages, "Embeds.Tool.*.nupkg").Any();

    private static ZipArchive Open(string pattern)
    {
        Assert.SkipUnless(ArePacked, "Needs the packages: dotnet pack Embeds.sln -c Release -o artifacts.");
        return ZipFile.OpenRead(Directory.EnumerateFiles(Packages, pattern).Single());
    }

    /// <summary>Embeds.Tool.0.1.0.nupkg is version 0.1.0.</summary>
    private static string VersionOf(string pattern)
    {
        var name = Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(Packages, pattern).Single());
        return name[name.AsSpan().IndexOfAnyInRange('0', '9')..];
    }

    private static TestFolder Folder()
    {
        var folder = new TestFolder();
        folder.File("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources>
                <clear />
                <add key="packed" value="{Packages}" />
                <add key="restored" value="{Metadata("GlobalPackages")}" />
              </packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
              <auditSources><clear /></auditSources>
            </configuration>
            """);
        return folder;
    }

    private static async Task<Run> InAsync(TestFolder folder, string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = folder.Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // The tests' own build settings must not reach the stranger's.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["NUGET_PACKAGES"] = folder.Path("packages");
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!; // without a shell there always is one
        using var late = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(late.Token);
        var errors = process.StandardError.ReadToEndAsync(late.Token);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new Run(process.ExitCode, await output, await errors);
    }

    private static string Metadata(string key) => typeof(PackageTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!; // written in the project file
}
