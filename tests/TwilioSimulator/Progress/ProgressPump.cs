using System.Threading.Channels;

namespace TwilioSimulator.Progress;

/// <summary>Moves accepted messages on by themselves, one step each pace.</summary>
internal sealed class ProgressPump : IAsyncDisposable
{
    // Every step waits the same time, so first in is first due and a plain queue is the timer.
    private readonly Channel<(DateTimeOffset Due, string Sid)> waiting =
        Channel.CreateUnbounded<(DateTimeOffset Due, string Sid)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly CancellationTokenSource stopping = new();
    private readonly StatusProgress progress;
    private readonly TimeProvider time;
    private readonly TimeSpan? pace;
    private Task running = Task.CompletedTask;

    public ProgressPump(TwilioSimulatorOptions options, StatusProgress progress)
    {
        this.progress = progress;
        time = options.TimeProvider;
        pace = options.StatusPace;
    }

    public void Start() => running = RunAsync(stopping.Token);

    public void Enqueue(string sid)
    {
        if (pace is { } step)
        {
            waiting.Writer.TryWrite((time.GetUtcNow() + step, sid));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var (due, sid) in waiting.Reader.ReadAllAsync(cancellationToken))
            {
                await WaitUntilAsync(due, cancellationToken);
                if (await progress.StepAsync(sid, cancellationToken) is { IsLast: false })
                {
                    Enqueue(sid);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The simulator stops; what is still under way stays where it is.
        }
    }

    private async Task WaitUntilAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        var wait = due - time.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        var delay = Task.Delay(wait, time, cancellationToken);

        // A clock turned by hand may have jumped past the moment while the timer was being set.
        if (time.GetUtcNow() < due)
        {
            await delay;
        }
    }
}
