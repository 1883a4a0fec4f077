using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Connector.Testing.Providers;

/// <summary>
/// A real HTTP server on this machine that stands for a provider: keeps what it receives, answers as told. Thread-safe.
/// </summary>
/// <remarks>It speaks plain HTTP/1.1, so a connector must let its provider's address be configured.</remarks>
public sealed class ProviderStub : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<ProviderRequest, ProviderReply> answer;
    private readonly ConcurrentQueue<ProviderRequest> requests = new();
    private readonly SemaphoreSlim arrivals = new(0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;

    /// <summary>Starts a provider that gives prepared answers in order.</summary>
    /// <param name="replies">The answers; the connection of a request too many is broken.</param>
    public ProviderStub(params ProviderReply[] replies)
        : this(InOrder(replies))
    {
    }

    /// <summary>Starts a provider that answers each request by what it says.</summary>
    /// <param name="answer">Chooses the answer; called from several threads.</param>
    public ProviderStub(Func<ProviderRequest, ProviderReply> answer)
    {
        this.answer = answer;
        listener.Start(backlog: 512);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        accepting = AcceptAsync();
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:40123</c>.</summary>
    public string Address { get; }

    /// <summary>What has arrived so far, in order.</summary>
    public IReadOnlyList<ProviderRequest> Requests => [.. requests];

    /// <summary>Waits until further requests have arrived whole.</summary>
    /// <param name="count">How many, not counting those that an earlier call has waited for.</param>
    /// <param name="cancellationToken">Fires when nobody waits any more.</param>
    /// <returns>A task that ends when they are there.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task WaitForRequestsAsync(int count, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            await arrivals.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Closes all connections and stops listening.</summary>
    /// <returns>A task that ends when nothing runs any more.</returns>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Dispose();
        arrivals.Dispose();
        stop.Dispose();
    }

    private static Func<ProviderRequest, ProviderReply> InOrder(ProviderReply[] replies)
    {
        var left = new ConcurrentQueue<ProviderReply>(replies);
        return _ => left.TryDequeue(out var reply) ? reply : ProviderReply.Reset;
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
        using var connection = socket;
        var reader = new RequestReader(socket);
        try
        {
            while (await reader.ReadAsync(stop.Token) is { } request)
            {
                requests.Enqueue(request);
                arrivals.Release();
                if (!await answer(request).ActAsync(socket, stop.Token))
                {
                    return;
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // The client has gone, or the test is over.
        }
    }
}
