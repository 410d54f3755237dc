using System.Text;

namespace Embeds.ConsoleTests.Support;

/// <summary>A folder of its own for one test.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder() => Root = Directory.CreateTempSubdirectory("embeds-").FullName;

    public string Root { get; }

    /// <summary>Everything in the folder, hidden files too.</summary>
    public IEnumerable<string> Names => new DirectoryInfo(Root).EnumerateFileSystemInfos().Select(entry => entry.Name);

    public string Path(string name) => System.IO.Path.Join(Root, name);

    public string File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    public string File(string name, byte[] content)
    {
        System.IO.File.WriteAllBytes(Path(name), content);
        return Path(name);
    }

    public string Read(string name) => System.IO.File.ReadAllText(Path(name));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
