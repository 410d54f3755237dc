namespace Embeds.Cli;

/// <summary>What the process says to a script. With several sources the highest of theirs.</summary>
internal enum ExitCode
{
    Done = 0,

    /// <summary>A defect of this program.</summary>
    Defect = 1,

    /// <summary>The command line is wrong, or names a place that cannot be written to.</summary>
    Usage = 2,

    /// <summary>A source is not there, is no article, is too large, or has an address that is refused.</summary>
    Unreadable = 3,

    /// <summary>The network failed, also after the retries.</summary>
    Network = 4,

    /// <summary>A seal does not hold.</summary>
    BrokenSeal = 5,

    /// <summary>Stopped by Ctrl-C: 128 and the signal's number, as shells do it.</summary>
    Interrupted = 130,

    /// <summary>Nobody reads the output any more, as behind <c>head</c>: 128 and SIGPIPE's number.</summary>
    OutputClosed = 141,

    /// <summary>Stopped by SIGTERM.</summary>
    Terminated = 143,
}
