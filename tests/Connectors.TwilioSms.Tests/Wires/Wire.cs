using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Connectors.TwilioSms.Tests.Wires;

/// <summary>
/// A server that keeps the bytes it receives and answers with prepared bytes. A request too many is reset.
/// </summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<Reply> replies;
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    public Wire(params Reply[] replies)
    {
        this.replies = new ConcurrentQueue<Reply>(replies);
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>The requests in order, each with its head and body.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The body of the only request.</summary>
    public string Body => Requests.Single().Split("\r\n\r\n", 2)[1];

    /// <summary>A port on which nobody listens.</summary>
    public static int ClosedPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await listener.AcceptSocketAsync(stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var _ = socket;
        try
        {
            while (await ReceiveAsync(socket) is { } request)
            {
                Requests.Enqueue(request);
                Arrived.TrySetResult();
                if (!await (replies.TryDequeue(out var reply) ? reply : Reply.Reset).Act(socket, stop.Token))
                {
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The client has gone, or the test is over.
        }
    }

    private async Task<string?> ReceiveAsync(Socket socket)
    {
        var received = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (!IsComplete(received.ToString()))
        {
            var count = await socket.ReceiveAsync(buffer, stop.Token);
            if (count == 0)
            {
                return null;
            }

            received.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return received.ToString();
    }

    private static bool IsComplete(string received)
    {
        var end = received.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var length = received[..end].Split("\r\n")
            .Where(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal))
            .Select(line => int.Parse(line["Content-Length: ".Length..], CultureInfo.InvariantCulture))
            .FirstOrDefault();
        return received.Length >= end + 4 + length;
    }
}
