using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Connector.Runtime.Delivery;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>Publishes batches from several loops until told to stop, whatever happens to the broker.</summary>
internal sealed class OfferLoad : IDisposable
{
    private readonly OffersFixture host;
    private readonly int batchSize;
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<string> confirmed = new();
    private readonly Channel<int> progress = Channel.CreateUnbounded<int>();
    private readonly Task loops;
    private int published;
    private int refused;

    public OfferLoad(OffersFixture host, int publishers, int batchSize)
    {
        this.host = host;
        this.batchSize = batchSize;
        loops = Task.WhenAll(Enumerable.Range(0, publishers).Select(_ => Task.Run(PublishAsync)));
    }

    /// <summary>Batches that the broker didn't confirm.</summary>
    public int Refused => Volatile.Read(ref refused);

    /// <summary>Waits until so many more offers are confirmed than had been waited for.</summary>
    public async Task WaitForConfirmedAsync(int count)
    {
        for (var left = count; left > 0;)
        {
            left -= await progress.Reader.ReadAsync().AsTask().WaitAsync(OffersFixture.Limit);
        }
    }

    public async Task<IReadOnlyList<string>> StopAsync()
    {
        await stopping.CancelAsync();
        await loops.WaitAsync(OffersFixture.Limit);
        return [.. confirmed];
    }

    public void Dispose() => stopping.Dispose();

    private async Task PublishAsync()
    {
        // The pace leaves a processor to the broker.
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!stopping.IsCancellationRequested)
        {
            await pace.WaitForNextTickAsync();
            await PublishBatchAsync();
        }
    }

    private async Task PublishBatchAsync()
    {
        var batch = Enumerable.Range(0, batchSize)
            .Select(_ => Interlocked.Increment(ref published).ToString(CultureInfo.InvariantCulture))
            .ToArray();
        try
        {
            await host.PublishAsync("a", batch);
        }
        catch (OfferException)
        {
            Interlocked.Increment(ref refused);
            return;
        }

        foreach (var id in batch)
        {
            confirmed.Enqueue(id);
        }

        progress.Writer.TryWrite(batch.Length);
    }
}
