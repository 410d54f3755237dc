using System.Text;
using Embeds.Cli.Sources;

namespace Embeds.Cli.Output;

/// <summary>
/// Where the result goes. A file is written beside its place and moved there at the end, so that nobody ever sees half of it
/// and a run that fails leaves what was there before.
/// </summary>
internal sealed class OutputTarget : IDisposable
{
    private readonly Stream _stream;
    private readonly string _name;
    private readonly (string Written, string Final)? _move;
    private string? _final;

    private OutputTarget(Stream stream, string name, (string Written, string Final)? move)
    {
        _stream = stream;
        _name = name;
        _move = move;
    }

    /// <param name="path">A file; null or <c>-</c> is standard output.</param>
    /// <param name="sources">What is read in the same run, and must not be overwritten.</param>
    /// <param name="isLines">Whether whole lines are written: what is left of a killed run can then be taken up by <see cref="Resume"/>.</param>
    /// <exception cref="CommandException">Nothing can be written there.</exception>
    public static OutputTarget Open(string? path, IReadOnlyList<Source> sources, bool isLines = false)
    {
        if (path is null or "-")
            return new OutputTarget(new BufferedStream(StandardOutput.Open()), "standard output", null);
        return Opened(path, () => OpenFile(path, sources, isLines));
    }

    /// <summary>Opens a file of lines to add to it, and reads what it holds. A line that was not written to its end is cut off.</summary>
    /// <exception cref="CommandException">Nothing can be written there, or it holds something else.</exception>
    public static (OutputTarget Target, HeldSources Held) Resume(string path) => Opened(path, () =>
    {
        var final = FinalPath(path);
        if (!File.Exists(final) && File.Exists(PartPath(final)))
            File.Move(PartPath(final), final);
        var file = new FileStream(final, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var held = HeldSources.Of(file, path);
        file.SetLength(held.Whole);
        file.Position = held.Whole;
        return (new OutputTarget(file, path, null) { _final = final }, held);
    });

    /// <summary>Whether a file is the one that is written.</summary>
    public bool Is(string path) => _final is not null && IsSameFile(path, _final);

    private static T Opened<T>(string path, Func<T> open)
    {
        if (path.Length == 0 || Directory.Exists(path))
            throw new CommandException(ExitCode.Usage, $"--output names a file, not a folder: type {Path.Join(path, "quotes.json")}, say.");
        try
        {
            return open();
        }
        catch (DirectoryNotFoundException)
        {
            throw new CommandException(ExitCode.Usage, $"--output {path}: there is no such folder: make it first.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException(ExitCode.Usage, $"--output {path}: {e.Message}");
        }
    }

    /// <summary>Over the file that was read.</summary>
    /// <exception cref="CommandException">Nothing can be written there.</exception>
    public static OutputTarget Over(Source source) => File.Exists(source.Name) ? Open(source.Name, []) : Open(null, []);

    public void Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _stream.Write(bytes);
        }
        catch (IOException e)
        {
            throw NotWritten(e);
        }
    }

    public void Flush()
    {
        try
        {
            _stream.Flush();
        }
        catch (IOException e)
        {
            throw NotWritten(e);
        }
    }

    /// <summary>Puts the whole result in its place.</summary>
    public void Commit()
    {
        Flush();
        if (_move is not { } move)
            return;
        _stream.Dispose();
        try
        {
            File.Move(move.Written, move.Final, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(e);
        }
    }

    /// <summary>Leaves nothing behind of what was not committed.</summary>
    public void Dispose()
    {
        try
        {
            _stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be written is lost either way, and was reported when it was tried.
        }

        if (_move is { } move)
            File.Delete(move.Written);
    }

    private static OutputTarget OpenFile(string path, IReadOnlyList<Source> sources, bool isLines)
    {
        // A link keeps pointing where it points: its target is replaced, not the link.
        var final = FinalPath(path);
        if (sources.Any(source => source.Kind == SourceKind.File && IsSameFile(source.Name, final)))
            throw new CommandException(ExitCode.Usage, $"--output {path} is also read: name another file.");
        // Nothing can be moved onto a device or a shell's pipe.
        if (final.StartsWith("/dev/", StringComparison.Ordinal) || final.StartsWith("/proc/", StringComparison.Ordinal))
            return new OutputTarget(new FileStream(path, FileMode.Open, FileAccess.Write), path, null);
        var written = isLines ? PartPath(final) : Path.Join(Path.GetDirectoryName(final), $".{Path.GetFileName(final)}.{Path.GetRandomFileName()}");
        // Two runs must not write the same part; what an earlier one left of it is written anew.
        var options = new FileStreamOptions { Mode = isLines ? FileMode.Create : FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        // What was private stays so.
        if (!OperatingSystem.IsWindows() && File.Exists(final))
            options.UnixCreateMode = File.GetUnixFileMode(final);
        return new OutputTarget(new FileStream(written, options), path, (written, final)) { _final = final };
    }

    /// <summary>Where lines are until the run is over.</summary>
    private static string PartPath(string final) => Path.Join(Path.GetDirectoryName(final), $".{Path.GetFileName(final)}.part");

    private static bool IsSameFile(string source, string final)
    {
        try
        {
            return FinalPath(source) == final;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Reading the source will say what is wrong with it.
            return false;
        }
    }

    private static string FinalPath(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(path); // a link has a target

    private CommandException NotWritten(Exception e) => e is IOException io && StandardOutput.IsReaderGone(io) ? new(ExitCode.OutputClosed, "") : new(ExitCode.Usage, $"The result cannot be written to {_name}: {e.Message}");
}
