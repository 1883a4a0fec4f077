using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>
/// What all hosts together may send through a connector: messages a second, as a token bucket of one second, and
/// messages at the same time. The bucket's row also makes hosts take turns.
/// </summary>
/// <param name="Concurrency">At the same time; <see langword="null"/> for no limit.</param>
/// <param name="Rate">A second; <see langword="null"/> for no limit.</param>
internal sealed record ConnectorLimits(int? Concurrency, double? Rate)
{
    // Others finish at any time, and tell nobody.
    private static readonly TimeSpan WhileBusy = TimeSpan.FromMilliseconds(100);

    public static ConnectorLimits None { get; } = new(null, null);

    public bool IsLimited => Concurrency is not null || Rate is not null;

    private double Capacity => Math.Max(Rate ?? 0, 1);

    public static ConnectorLimits Of(ConnectorInfo? connector) =>
        connector is { Concurrency: not null } or { Rate: not null }
            ? new ConnectorLimits(connector.Concurrency, connector.Rate)
            : None;

    /// <summary>Takes from the bucket what may be sent now.</summary>
    public async Task<Grant> GrantAsync(
        DatabaseSession session, string connector, int wanted, DateTimeOffset now)
    {
        if (!IsLimited)
        {
            return new Grant(wanted);
        }

        var tokens = await FillAsync(session, connector, now);
        var byRate = Rate is null ? wanted : (int)Math.Min(tokens, wanted);
        var byConcurrency = Concurrency is { } most ? Math.Max(most - await CountAsync(session, connector), 0) : wanted;
        var count = (int)Math.Min(Math.Min(byRate, byConcurrency), wanted);
        await session.ExecuteAsync(
            "UPDATE rates SET tokens = tokens - $2 WHERE connector = $1",
            connector,
            Rate is null ? 0.0 : (double)count);
        return count == wanted ? new Grant(count)
            : byConcurrency <= byRate ? new Grant(count, HeldBack.ByConcurrency, WhileBusy)
            : new Grant(count, HeldBack.ByRate, UntilToken(tokens - count));
    }

    /// <summary>Gives back what was granted and then not needed.</summary>
    public Task SettleAsync(DatabaseSession session, string connector, int unused) => Rate is null || unused == 0
        ? Task.CompletedTask
        : session.ExecuteAsync(
            "UPDATE rates SET tokens = tokens + $2 WHERE connector = $1", connector, (double)unused);

    // The hosts' clocks differ a little, so it only goes back when one was set back.
    private async Task<double> FillAsync(DatabaseSession session, string connector, DateTimeOffset now)
    {
        await session.ExecuteAsync(
            "INSERT INTO rates (connector, tokens, filled_at) VALUES ($1, $2, $3) ON CONFLICT (connector) DO NOTHING",
            connector,
            Capacity,
            now.ToStored());
        var filled = await session.QueryAsync(
            "UPDATE rates SET tokens = CASE WHEN $3 > filled_at AND tokens + ($3 - filled_at) * $4 < $2 " +
            "THEN tokens + ($3 - filled_at) * $4 WHEN $3 > filled_at OR tokens > $2 THEN $2 ELSE tokens END, " +
            "filled_at = CASE WHEN $3 > filled_at OR $3 < filled_at - 10000 THEN $3 ELSE filled_at END " +
            "WHERE connector = $1 RETURNING tokens",
            reader => reader.GetDouble(0),
            connector,
            Capacity,
            now.ToStored(),
            (Rate ?? 0) / 1_000);
        return filled[0];
    }

    private static Task<long> CountAsync(DatabaseSession session, string connector) => session.ReadNumberAsync(
        "SELECT count(*) FROM messages WHERE owner <> 0 AND connector = $1", connector);

    private TimeSpan UntilToken(double left) => TimeSpan.FromSeconds(Math.Max((1 - left) / Rate!.Value, 0.001));
}
