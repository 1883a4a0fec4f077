using Connector.Runtime.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>
/// What becomes of messages, over time. Cheap to ask often, and by many: what was just read is given again.
/// Thread-safe.
/// </summary>
public sealed class MessageStatistics
{
    private readonly Dictionary<StatisticsPeriod, SharedReading<PeriodReading>> periods;
    private readonly SharedReading<BacklogReport> backlog;
    private readonly DatabaseOpening opening;

    internal MessageStatistics(
        Database database,
        DatabaseOpening opening,
        IOptions<ConnectorRuntimeOptions> options,
        TimeProvider timeProvider)
    {
        this.opening = opening;
        var trend = new BacklogTrend(timeProvider);
        backlog = new SharedReading<BacklogReport>(
            async () =>
            {
                var now = await database.ReadAsync(session => BacklogStatistics.ReadAsync(
                    session, options.Value.Delivery.MaxBacklog, timeProvider.GetUtcNow()));
                return now with { Growth = trend.Add(now.Waiting) };
            },
            timeProvider);
        periods = PeriodLayout.All.ToDictionary(
            layout => layout.Period,
            layout => new SharedReading<PeriodReading>(
                new PeriodStatistics(layout, database, timeProvider).ReadAsync, timeProvider));
    }

    /// <summary>Counts all messages that were taken in a period.</summary>
    /// <param name="period">The period; it ends now.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <inheritdoc cref="ReadAsync(StatisticsPeriod, StatisticsFilter, CancellationToken)"/>
    public Task<StatisticsReport> ReadAsync(StatisticsPeriod period, CancellationToken cancellationToken) =>
        ReadAsync(period, StatisticsFilter.All, cancellationToken);

    /// <summary>Counts messages that were taken in a period.</summary>
    /// <param name="period">The period; it ends now.</param>
    /// <param name="filter">Which messages count.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>
    /// The counts as of a few seconds ago, longer ago where counting takes long; those of older messages may lag by a
    /// tenth of their age.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is none.</exception>
    /// <exception cref="StorageException">The database can't be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<StatisticsReport> ReadAsync(
        StatisticsPeriod period, StatisticsFilter filter, CancellationToken cancellationToken)
    {
        if (!periods.TryGetValue(period, out var statistics))
        {
            throw new ArgumentOutOfRangeException(nameof(period), period, "There is no such period.");
        }

        opening.ThrowIfClosed();
        var reading = await statistics.GetAsync(cancellationToken);
        return reading.Report(filter);
    }

    /// <summary>Counts the messages that wait to be sent, over all hosts.</summary>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>The backlog as of a few seconds ago.</returns>
    /// <exception cref="StorageException">The database can't be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public Task<BacklogReport> ReadBacklogAsync(CancellationToken cancellationToken)
    {
        opening.ThrowIfClosed();
        return backlog.GetAsync(cancellationToken);
    }
}
