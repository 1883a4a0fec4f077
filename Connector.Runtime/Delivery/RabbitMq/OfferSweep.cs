using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Finds messages whose offer was lost, as when the broker was away after the commit, and offers them again. Those of
/// a connector that is gone it takes itself, so that another connector gets them.
/// </summary>
internal sealed class OfferSweep(
    Database database, ConnectorTable table, IOptions<ConnectorRuntimeOptions> options, TimeProvider timeProvider)
    : IDisposable
{
    private const int MostAtOnce = 500;

    private const string Overdue =
        "SELECT id, connector FROM messages WHERE connector = $1 AND work <> 0 AND owner = 0 AND due_at <= $2 " +
        "ORDER BY due_at, id LIMIT $3";

    private readonly SemaphoreSlim hurried = new(0, 1);

    // An offer that is on its way arrives well before that.
    private TimeSpan Patience => options.Value.Delivery.HostTimeout;

    /// <summary>Looks at once.</summary>
    public void Hurry()
    {
        if (hurried.CurrentCount == 0)
        {
            hurried.Release();
        }
    }

    public async Task RunAsync(
        RabbitMqOffers offers, Action<WorkOffer> offer, Func<WorkOffer, Task> take, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await hurried.WaitAsync(Patience / 2, stopping);
                await SweepAsync(offers, offer, take, stopping);
            }
            catch (Exception error) when (error is StorageException or OperationCanceledException)
            {
                // The next round finds the same.
            }
        }
    }

    public void Dispose() => hurried.Dispose();

    private async Task SweepAsync(
        RabbitMqOffers offers, Action<WorkOffer> offer, Func<WorkOffer, Task> take, CancellationToken stopping)
    {
        var connectors = await database.ReadAsync(
            session => session.QueryAsync(WaitingConnectors.Select, reader => reader.GetString(0)), stopping);
        foreach (var connector in connectors)
        {
            var isRunning = table.Current.Find(connector)?.Running is not null;
            var overdue = await FindAsync(connector, stopping);
            if (!isRunning)
            {
                await Task.WhenAll(overdue.Select(take));
                continue;
            }

            // What the broker still has is not lost, only late.
            var waiting = overdue.Count == 0 ? null : await offers.CountWaitingAsync(connector, stopping);
            if (waiting < overdue.Count)
            {
                overdue.ForEach(offer);
            }
        }
    }

    private Task<List<WorkOffer>> FindAsync(string connector, CancellationToken stopping) => database.ReadAsync(
        session => session.QueryAsync(
            Overdue,
            reader => new WorkOffer(reader.GetString(0), reader.GetString(1)),
            connector,
            (timeProvider.GetUtcNow() - Patience).ToStored(),
            (long)MostAtOnce),
        stopping);
}
