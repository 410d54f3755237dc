using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Embeds.Tests.Capture.Http;

/// <summary>A server that writes what it is told, HTTP or not, and closes.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<int, Stream, CancellationToken, Task> _answer;
    private readonly Task _serving;
    private int _connections;

    /// <param name="answer">Gets the number of the connection, from 1, and its stream, from which the request has been read.</param>
    public RawServer(Func<int, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public RawServer(params string[] answers)
        : this((connection, stream, stop) => stream.WriteAsync(Encoding.Latin1.GetBytes(answers[Math.Min(connection, answers.Length) - 1]), stop).AsTask())
    {
    }

    public int Connections => Volatile.Read(ref _connections);

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Url => new($"http://127.0.0.1:{Port}/");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(connection.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        int number = Interlocked.Increment(ref _connections);
        try
        {
            int read = await stream.ReadAsync(new byte[8192], _stop.Token);
            if (read > 0) await _answer(number, stream, _stop.Token);
        }
        catch (IOException) // the other side has had enough
        {
        }
    }
}
