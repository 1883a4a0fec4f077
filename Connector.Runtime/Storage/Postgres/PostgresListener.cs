using Microsoft.Extensions.Logging;
using Npgsql;

namespace Connector.Runtime.Storage;

/// <summary>Hears what other hosts notify, on a connection of its own that it renews when it breaks.</summary>
internal sealed class PostgresListener : IAsyncDisposable
{
    /// <summary>The channel of <c>NOTIFY</c>.</summary>
    public const string Channel = "connectors";

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stopping = new();
    private readonly NpgsqlDataSource source;
    private readonly Action<string> notified;
    private readonly TimeProvider timeProvider;
    private readonly ILogger logger;
    private readonly Task running;

    public PostgresListener(
        NpgsqlDataSource source, Action<string> notified, TimeProvider timeProvider, ILogger logger)
    {
        this.source = source;
        this.notified = notified;
        this.timeProvider = timeProvider;
        this.logger = logger;
        running = Task.Run(RunAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ListenAsync();
            }
            catch (Exception error) when (PostgresErrors.IsOfStorage(error))
            {
                Log.ListenerBroke(logger, error.GetType().Name);
                await Task.Delay(RetryDelay, timeProvider, stopping.Token);
            }
        }
    }

    private async Task ListenAsync()
    {
        await using var connection = await source.OpenConnectionAsync(stopping.Token);
        connection.Notification += (_, notification) => notified(notification.Payload);
        await using (var command = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await command.ExecuteNonQueryAsync(stopping.Token);
        }

        while (!stopping.IsCancellationRequested)
        {
            await connection.WaitAsync(stopping.Token);
        }
    }
}
