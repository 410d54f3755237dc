using System.Diagnostics.Tracing;

// The runtime looks for this name without a namespace.
#pragma warning disable CA1050, MA0047

/// <summary>
/// Runs within the console before its Main (<c>DOTNET_STARTUP_HOOKS</c>) and writes down every name that is looked up and every
/// socket that is connected, as the runtime itself reports them: no code of the console can go around it.
/// </summary>
internal static class StartupHook
{
    public const string Variable = "EMBEDS_TESTS_CONNECTIONS";

    private static ConnectionListener? _listener;

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
            _listener = new ConnectionListener(path);
    }

    private sealed class ConnectionListener : EventListener
    {
        private readonly Lock _lock = new();
        private readonly string? _path;

        public ConnectionListener(string path)
        {
            _path = path;
            File.WriteAllText(path, "watching\n");
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name is "System.Net.Sockets" or "System.Net.NameResolution")
                EnableEvents(eventSource, EventLevel.Informational);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (_path is null || eventData.EventName is not ("ConnectStart" or "ResolutionStart"))
                return;
            lock (_lock)
                File.AppendAllText(_path, $"{eventData.EventName} {eventData.Payload?[0]}\n");
        }
    }
}
