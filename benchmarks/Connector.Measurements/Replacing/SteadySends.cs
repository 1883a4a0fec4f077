using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Connector.Measurements.Replacing;

/// <summary>A few callers who send without pause, from the beginning to the end.</summary>
internal sealed class SteadySends : IAsyncDisposable
{
    private const int Callers = 4;

    private readonly CancellationTokenSource enough = new();
    private readonly TestSender sender;
    private readonly Task sending;
    private long sent;
    private long failed;

    public SteadySends(IHost host)
    {
        sender = host.Services.GetRequiredService<TestSender>();
        sending = Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(SendAsync)));
    }

    public long Sent => Interlocked.Read(ref sent);

    public long Failed => Interlocked.Read(ref failed);

    public async Task StopAsync()
    {
        await enough.CancelAsync();
        await sending;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        enough.Dispose();
    }

    private async Task SendAsync()
    {
        var request = new TestSendRequest { Phone = "+447700900123" };
        while (!enough.IsCancellationRequested)
        {
            var result = await sender.TestConnectorAsync(ReplacedDrop.Connector, request, CancellationToken.None);
            Interlocked.Increment(ref sent);
            if (result.Outcome is not SendOutcome.Accepted)
            {
                Interlocked.Increment(ref failed);
            }
        }
    }
}
