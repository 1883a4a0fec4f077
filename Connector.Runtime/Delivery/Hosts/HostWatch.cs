using Connector.Runtime.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>Lets the other hosts know that this one lives, and takes over what dead ones were working on.</summary>
internal sealed class HostWatch(
    Database database,
    HostIdentity host,
    TakeOver takeOver,
    IOptions<ConnectorRuntimeOptions> options,
    TimeProvider timeProvider) : IBackgroundWork, IDisposable
{
    // Everything that something belongs to: hosts that have a row, and owners of messages that have none any more.
    private const string Beats =
        "SELECT id, beat FROM hosts UNION ALL SELECT DISTINCT owner, -1 FROM messages " +
        "WHERE owner <> 0 AND owner NOT IN (SELECT id FROM hosts)";

    private readonly DeadHosts dead = new(options.Value.Delivery.HostTimeout, timeProvider);
    private readonly CancellationTokenSource silenced = new();
    private long beat;
    private volatile string? trouble;

    /// <summary>Why this host can't write to the database at the moment; <see langword="null"/> when it can.</summary>
    public string? Trouble => trouble;

    /// <summary>
    /// Before this host sends anything: what another run of it left behind, where nobody else can have it.
    /// </summary>
    /// <exception cref="StorageException">The database can't be used.</exception>
    public async Task BeginAsync()
    {
        await BeatAsync();
        if (!database.IsShared)
        {
            foreach (var (owner, _) in await ReadBeatsAsync())
            {
                await BuryAsync(owner);
            }
        }
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, silenced.Token);
        while (!either.IsCancellationRequested)
        {
            try
            {
                await BeatAsync();
                await LookAsync();
                trouble = null;
            }
            catch (StorageException error)
            {
                trouble = error.Message;
                dead.Forget();
            }

            await Task.Delay(options.Value.Delivery.HostTimeout / 5, timeProvider, either.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Says that this host has ended in order, and works on nothing any more.</summary>
    public async Task EndAsync()
    {
        try
        {
            await database.WriteAsync([new Statement("DELETE FROM hosts WHERE id = $1", host.Id)]);
        }
        catch (StorageException)
        {
            // The others find out by themselves.
        }
    }

    /// <summary>Lets the others believe that this host has died.</summary>
    internal Task SilenceAsync() => silenced.CancelAsync();

    public void Dispose() => silenced.Dispose();

    private Task<int[]> BeatAsync() => database.WriteAsync(
    [
        new Statement(
            "INSERT INTO hosts (id, name, beat, started_at) VALUES ($1, $2, $3, $4) " +
            "ON CONFLICT (id) DO UPDATE SET beat = excluded.beat",
            host.Id,
            host.Name,
            ++beat,
            timeProvider.GetUtcNow().ToStored()),
    ]);

    private async Task LookAsync()
    {
        // Only this host can have anything in a file of its own, and it has taken that over when it began.
        if (!database.IsShared)
        {
            return;
        }

        foreach (var owner in dead.Look(await ReadBeatsAsync()))
        {
            await BuryAsync(owner);
        }
    }

    private async Task BuryAsync(long owner)
    {
        await takeOver.RunAsync(owner);
        await database.WriteAsync([new Statement("DELETE FROM hosts WHERE id = $1", owner)]);
    }

    private async Task<Dictionary<long, long>> ReadBeatsAsync()
    {
        var rows = await database.ReadAsync(session => session.QueryAsync(
            Beats, reader => (Id: reader.GetInt64(0), Beat: reader.GetInt64(1))));
        return rows.Where(row => row.Id != host.Id).ToDictionary(row => row.Id, row => row.Beat);
    }
}
