using Microsoft.Win32.SafeHandles;

namespace Embeds.Cli.Output;

/// <summary>Standard output as a stream that says when nobody reads it any more.</summary>
internal static class StandardOutput
{
    private const int FileDescriptor = 1;

    /// <remarks>
    /// The console's own stream swallows a broken pipe, so that <c>embeds --from list | head</c> would read to the list's end. A
    /// file is left to it all the same: it writes where the shell's other commands go on.
    /// </remarks>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
            return Console.OpenStandardOutput();
        try
        {
            var pipe = new FileStream(new SafeFileHandle(FileDescriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!pipe.CanSeek)
                return pipe;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Closed by the caller (>&-): what is written goes nowhere.
        }

        return Console.OpenStandardOutput();
    }

    /// <summary>Whether a write failed because the reader has gone, as <c>head</c> does.</summary>
    public static bool IsReaderGone(IOException e) => e.HResult is 32 or unchecked((int)0x8007006D);
}
