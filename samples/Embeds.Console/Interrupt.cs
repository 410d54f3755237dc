using System.Runtime.InteropServices;

namespace Embeds.Cli;

/// <summary>Ctrl-C and SIGTERM as a cancellation, so that what was begun is tidied up before the process ends.</summary>
internal sealed class Interrupt : IDisposable
{
    private static readonly TimeSpan TimeToTidyUp = TimeSpan.FromSeconds(0.5);

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _signals;

    public Interrupt() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
    ];

    public CancellationToken Token => _stop.Token;

    public ExitCode ExitCode { get; private set; } = ExitCode.Interrupted;

    /// <summary>
    /// Waits for the work; once a signal came, only as long as tidying up may take: a write to a pipe that nobody reads, or a
    /// parser at work, would hold the process up.
    /// </summary>
    /// <exception cref="OperationCanceledException">A signal came.</exception>
    public async Task<int> WaitForAsync(Task<int> work)
    {
        try
        {
            return await work.WaitAsync(Token);
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAny(work, Task.Delay(TimeToTidyUp, CancellationToken.None));
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        ExitCode = context.Signal == PosixSignal.SIGTERM ? ExitCode.Terminated : ExitCode.Interrupted;
        _stop.Cancel();
    }
}
