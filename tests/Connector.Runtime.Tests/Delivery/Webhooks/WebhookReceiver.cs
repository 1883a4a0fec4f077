using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>A web server on loopback that answers as a test wants, rudely too.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    /// <summary>Reads the request and then says nothing.</summary>
    public const string Hang = "hang";

    /// <summary>Reads the request and then breaks the connection.</summary>
    public const string Reset = "reset";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Channel<ReceivedEvent> received = Channel.CreateUnbounded<ReceivedEvent>();
    private readonly Task accepting;

    public WebhookReceiver()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Url => $"http://127.0.0.1:{Port}/events";

    /// <summary>The status line after the version, and headers; or one of the constants.</summary>
    public Func<ReceivedEvent, string> Answer { get; set; } = _ => "204 No Content";

    public int Waiting => received.Reader.Count;

    public async Task<ReceivedEvent> NextAsync() => await received.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Breaks all connections; may be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        await stopping.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var client = await listener.AcceptTcpClientAsync(stopping.Token);
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var request = await ReadAsync(client.GetStream());
            var answer = Answer(request);
            if (answer == Reset)
            {
                client.LingerState = new LingerOption(enable: true, seconds: 0);
            }

            received.Writer.TryWrite(request);
            if (answer == Hang)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopping.Token);
            }

            if (answer != Reset)
            {
                await client.GetStream().WriteAsync(
                    Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            }
        }
    }

    private static async Task<ReceivedEvent> ReadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one);
            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers["Content-Length"])];
        await stream.ReadExactlyAsync(body);
        return new ReceivedEvent(lines[0].Split(' ')[1], headers, body);
    }
}
