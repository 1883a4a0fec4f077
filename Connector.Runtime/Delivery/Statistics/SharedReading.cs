namespace Connector.Runtime.Delivery;

/// <summary>
/// Reads something for everybody: however many ask, one reads; and reading takes a twentieth of the time at most.
/// Thread-safe.
/// </summary>
internal sealed class SharedReading<T>(Func<Task<T>> read, TimeProvider timeProvider)
    where T : class
{
    private const int PausesPerReading = 20;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private Task<T>? reading;
    private T? last;
    private long lastAt;
    private TimeSpan pause;

    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (last is not null && timeProvider.GetElapsedTime(lastAt) < pause)
            {
                return Task.FromResult(last);
            }

            // Whoever stops waiting doesn't stop it for the others; and a file is read on the thread that asks.
            reading ??= Task.Run(ReadAsync, CancellationToken.None);
            return reading.WaitAsync(cancellationToken);
        }
    }

    private async Task<T> ReadAsync()
    {
        var started = timeProvider.GetTimestamp();
        try
        {
            var result = await read();
            Keep(result, timeProvider.GetElapsedTime(started) * PausesPerReading);
            return result;
        }
        finally
        {
            lock (gate)
            {
                reading = null;
            }
        }
    }

    private void Keep(T result, TimeSpan rest)
    {
        lock (gate)
        {
            last = result;
            lastAt = timeProvider.GetTimestamp();
            pause = rest > ShortestPause ? rest : ShortestPause;
        }
    }
}
