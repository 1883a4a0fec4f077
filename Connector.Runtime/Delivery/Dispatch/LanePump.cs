using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Fills lanes with the messages that are due. Thread-safe.</summary>
internal sealed class LanePump(
    ClaimQueries claims,
    Database database,
    ConnectorTable table,
    HealthTable health,
    LanePumpServices services)
{
    private const int MostAtOnce = 250;

    private static readonly TimeSpan TroubleDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    // Nobody else writes to a file of this host alone, so what waits there is known but for a connector that goes.
    private readonly TimeSpan watchDelay = TimeSpan.FromSeconds(database.IsShared ? 1 : 5);
    private volatile string? trouble;

    public string? Trouble => trouble;

    /// <summary>
    /// Takes what is due for one lane until told to stop; <paramref name="start"/> releases the place.
    /// </summary>
    public async Task RunAsync(Lane lane, Func<ClaimedRow, Task> start, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var (wait, heldBack) = await TryFillAsync(lane, start);
            if (wait > TimeSpan.Zero)
            {
                var most = wait < LongestWait ? wait : LongestWait;
                await lane.WaitAsync(most, heldBack, services.TimeProvider, stopping);
            }
        }
    }

    /// <summary>
    /// Names the connectors for which messages wait, again and again: other hosts store some, and a connector may be
    /// gone whose messages others are to send.
    /// </summary>
    public async Task WatchAsync(Action<string> waiting, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var connectors = await database.ReadAsync(
                    session => session.QueryAsync(WaitingConnectors.Select, reader => reader.GetString(0)), stopping);
                connectors.ForEach(waiting);
            }
            catch (StorageException)
            {
                // The lanes report it.
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(watchDelay, services.TimeProvider, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<(TimeSpan Wait, HeldBack HeldBack)> TryFillAsync(Lane lane, Func<ClaimedRow, Task> start)
    {
        try
        {
            var filled = await FillAsync(lane, start);
            if (trouble is not null)
            {
                trouble = null;
                Log.ClaimWorksAgain(services.Logger);
            }

            return filled;
        }
        catch (StorageException error)
        {
            if (trouble is null)
            {
                Log.ClaimFailed(services.Logger, error.Code);
            }

            trouble = error.Message;
            return (TroubleDelay, HeldBack.No);
        }
    }

    /// <returns>How long there is nothing to do, and which limit of the connector is the reason.</returns>
    private async Task<(TimeSpan Wait, HeldBack HeldBack)> FillAsync(Lane lane, Func<ClaimedRow, Task> start)
    {
        lane.BeginLook();
        var (most, pause) = MostFor(lane.Connector);
        var places = most == 0 ? 0 : lane.Take(most);
        if (places == 0)
        {
            lane.HasBacklog = true;
            return (pause, HeldBack.No);
        }

        var rows = 0;
        try
        {
            var limits = ConnectorLimits.Of(table.Current.Find(lane.Connector)?.Info);
            var claim = await claims.TakeDueAsync(lane.Connector, limits, places, services.TimeProvider.GetUtcNow());
            rows = claim.Rows.Count;
            lane.HasBacklog |= claim.NextIn == TimeSpan.Zero || claim.HeldBack != HeldBack.No;
            foreach (var row in claim.Rows)
            {
                _ = start(row);
            }

            return (claim.NextIn ?? LongestWait, claim.HeldBack);
        }
        finally
        {
            lane.Return(places - rows);
        }
    }

    // A connector that fails or is gone gives its messages to another one, if there is one; else they wait.
    private (int Most, TimeSpan Pause) MostFor(string connector)
    {
        var isRunning = table.Current.Find(connector)?.Running is not null;
        var state = health.Of(connector).State;
        if (isRunning && state == BreakerState.Closed)
        {
            return (MostAtOnce, LongestWait);
        }

        if (isRunning && state == BreakerState.HalfOpen)
        {
            return (1, LongestWait);
        }

        var hasOther = table.Current.Running.Any(other =>
            !string.Equals(other.Info.Name, connector, StringComparison.OrdinalIgnoreCase)
            && health.Of(other.Info.Name).State == BreakerState.Closed);
        return (hasOther ? MostAtOnce : 0, LongestWait);
    }
}
