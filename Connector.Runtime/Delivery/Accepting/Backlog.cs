using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Knows about how many messages wait, and refuses further ones when there are too many. Thread-safe.
/// </summary>
internal sealed class Backlog(
    Database database, IOptions<ConnectorRuntimeOptions> options, TimeProvider timeProvider) : IBackgroundWork
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private long waiting;

    /// <summary>How many messages wait over all hosts, as of about a second ago.</summary>
    public long Waiting => Volatile.Read(ref waiting);

    /// <exception cref="ConnectorRequestException">Too many messages wait.</exception>
    public void ThrowIfFull()
    {
        if (Waiting < options.Value.Delivery.MaxBacklog)
        {
            return;
        }

        throw new ConnectorRequestException(
            ConnectorRequestKind.Unavailable,
            "backlog_full",
            "Too many messages wait to be sent",
            "Nothing was stored. Send it again in a few seconds; see GET /api/v1/connectors for what holds them up.");
    }

    /// <summary>One more waits, until the next count finds out for itself.</summary>
    public void Add() => Interlocked.Increment(ref waiting);

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await TryCountAsync();
            await Task.Delay(Interval, timeProvider, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal async Task TryCountAsync()
    {
        try
        {
            Volatile.Write(ref waiting, await database.ReadAsync(session => session.ReadNumberAsync(
                "SELECT count(*) FROM (SELECT 1 FROM messages WHERE work <> 0 AND owner = 0 LIMIT $1) AS counted",
                (long)options.Value.Delivery.MaxBacklog)));
        }
        catch (StorageException)
        {
            // The last count stands.
        }
    }
}
