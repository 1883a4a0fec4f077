namespace Connector.Runtime.Delivery;

/// <summary>
/// Reads something for everybody: however many ask, one reads; and reading takes a twentieth of the time at most.
/// Thread-safe.
/// </summary>
/// <typeparam name="T">What is read.</typeparam>
public sealed class SharedReading<T>
    where T : class
{
    private const int PausesPerReading = 20;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);

    private readonly Func<Task<T>> read;
    private readonly TimeProvider timeProvider;
    private readonly Lock gate = new();
    private Task<T>? reading;
    private T? last;
    private long lastAt;
    private TimeSpan pause;

    /// <summary>Prepares; nothing is read before somebody asks.</summary>
    /// <param name="read">Reads, on a thread of the pool; called by one at a time.</param>
    /// <param name="timeProvider">Measures how long it takes.</param>
    public SharedReading(Func<Task<T>> read, TimeProvider timeProvider)
    {
        this.read = read;
        this.timeProvider = timeProvider;
    }

    /// <summary>Gives what was just read, or else reads.</summary>
    /// <param name="cancellationToken">Fires when the caller no longer waits; the others get their answer.</param>
    /// <returns>
    /// What was read at most two seconds ago, or, if reading took long, twenty times as long ago. A failure is
    /// everybody's who waited; whoever asks next reads again.
    /// </returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
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
