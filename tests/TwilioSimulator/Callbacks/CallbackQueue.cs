using System.Threading.Channels;
using TwilioSimulator.Messages;

namespace TwilioSimulator.Callbacks;

/// <summary>Delivers reports in parallel, those of one message in their order.</summary>
internal sealed class CallbackQueue : IAsyncDisposable
{
    private const int Lanes = 16;
    private const int LaneCapacity = 4096;

    private readonly Channel<CallbackJob>[] lanes;
    private readonly CallbackSender sender;
    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;

    public CallbackQueue(CallbackSender sender)
    {
        this.sender = sender;
        lanes = new Channel<CallbackJob>[Lanes];
        for (var lane = 0; lane < Lanes; lane++)
        {
            lanes[lane] = Channel.CreateBounded<CallbackJob>(LaneCapacity);
        }
    }

    public void Start() => running = Task.WhenAll(lanes.Select(lane => RunAsync(lane, stopping.Token)));

    /// <summary>Queues the report of a message's present status, if it has a callback URL.</summary>
    /// <returns>The task of its delivery; it never faults.</returns>
    public async ValueTask<Task> EnqueueAsync(SimulatedMessage message, CancellationToken cancellationToken)
    {
        if (message.StatusCallback is not { } url)
        {
            return Task.CompletedTask;
        }

        var job = new CallbackJob(message, url);
        var lane = (uint)message.Sid.GetHashCode(StringComparison.Ordinal) % Lanes;
        await lanes[lane].Writer.WriteAsync(job, cancellationToken);
        return job.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private async Task RunAsync(Channel<CallbackJob> lane, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var job in lane.Reader.ReadAllAsync(cancellationToken))
            {
                await sender.DeliverAsync(job, cancellationToken);
                job.Done.TrySetResult();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The simulator stops; reports not delivered yet are lost, as they are at a real outage.
        }
    }
}
