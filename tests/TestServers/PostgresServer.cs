using System.Globalization;
using Npgsql;
using TestServers.Processes;

namespace TestServers;

/// <summary>
/// A PostgreSQL server of its own, on 127.0.0.1 only, that syncs as in production. It ends with the process that
/// started it, whichever way that ends.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const int Tries = 3;

    private readonly PostgresCluster cluster;
    private ServerProcess process;
    private int databases;

    private PostgresServer(PostgresCluster cluster, ServerProcess process)
    {
        this.cluster = cluster;
        this.process = process;
    }

    /// <summary>What this machine lacks for it, with the package to install.</summary>
    /// <value><see langword="null"/> when nothing is missing.</value>
    public static string? Missing { get; } = Binaries.Postgres is null
        ? "PostgreSQL isn't installed (Debian package: postgresql)."
        : null;

    /// <summary>Npgsql connection string of the superuser in the database <c>postgres</c>.</summary>
    public string ConnectionString => cluster.ConnectionString;

    internal IReadOnlyList<int> ProcessIds => process.ProcessIds;

    internal string Folder => cluster.Folder.Path;

    /// <exception cref="InvalidOperationException">It is missing or doesn't start; says why.</exception>
    public static async Task<PostgresServer> StartAsync(CancellationToken cancellationToken)
    {
        var files = await PostgresCluster.CreateAsync(cancellationToken);
        for (var left = Tries; ; left--)
        {
            try
            {
                return new PostgresServer(files, await files.StartAsync(cancellationToken));
            }
            catch (ServerExitedException) when (left > 1)
            {
                files.TakePort();
            }
            catch (Exception)
            {
                files.Folder.Delete();
                throw;
            }
        }
    }

    /// <summary>Makes a new empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken = default)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        await using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    /// <summary>Ends it in order: transactions are rolled back, connections are closed.</summary>
    public Task StopAsync() => process.StopAsync("INT");

    /// <summary>Crashes it: SIGKILL to the server and all its processes.</summary>
    public Task KillAsync() => process.KillAsync();

    /// <summary>
    /// Starts it after <see cref="StopAsync"/> or <see cref="KillAsync"/>: the same data, the same port.
    /// </summary>
    /// <exception cref="InvalidOperationException">It runs.</exception>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default)
    {
        process.ThrowIfRunning();
        await process.DisposeAsync();
        process = await cluster.StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        cluster.Folder.Delete();
    }

    internal void Abandon() => process.Abandon();
}
