using System.Net;
using Npgsql;
using TestServers;

namespace FaultTests;

internal sealed class ServerFaultTests
{
    private const int Messages = 300;
    private const int Breaks = 20;
    private const int MessagesBetweenBreaks = 30;

    private const string BreakConnections =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity " +
        "WHERE datname = current_database() AND pid <> pg_backend_pid()";
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [TestCaseSource(typeof(Modes), nameof(Modes.Shared))]
    public async Task A_crash_of_PostgreSQL_under_load_loses_nothing(Mode mode)
    {
        SharedServers.RequirePostgres();
        await using var postgres = await PostgresServer.StartAsync(CancellationToken.None);
        await using var installation = await Installation.StartAsync(mode, postgres: postgres);
        installation.SlowProvider(TimeSpan.FromMilliseconds(20));

        var load = installation.StartLoad();
        await installation.WaitForAcceptedAsync(Messages);
        await postgres.KillAsync();
        await postgres.StartAgainAsync();
        await WaitUntilReadyAsync(installation);
        await installation.WaitForAcceptedAsync(Messages);
        await load.StopAsync();
        await installation.AskAgainAsync(installation.Clients[0]);

        var counts = await installation.SettleAsync("PostgreSQL killed under load");
        Assert.That(counts.Sent, Is.EqualTo(counts.Accepted));
        Assert.That(load.Count(HttpStatusCode.ServiceUnavailable), Is.Positive);
    }

    [TestCaseSource(typeof(Modes), nameof(Modes.Shared))]
    public async Task Connections_to_PostgreSQL_that_break_again_and_again_lose_nothing(Mode mode)
    {
        await using var installation = await Installation.StartAsync(mode);
        installation.SlowProvider(TimeSpan.FromMilliseconds(20));

        var load = installation.StartLoad();
        await using (var source = NpgsqlDataSource.Create($"{installation.Settings.Postgres};Pooling=false"))
        {
            for (var breaks = 0; breaks < Breaks; breaks++)
            {
                await installation.WaitForAcceptedAsync(MessagesBetweenBreaks);
                await using var command = source.CreateCommand(BreakConnections);
                await command.ExecuteNonQueryAsync();
            }
        }

        await load.StopAsync();
        await WaitUntilReadyAsync(installation);
        await installation.AskAgainAsync(installation.Clients[0]);

        var counts = await installation.SettleAsync($"Connections to PostgreSQL broken {Breaks} times under load");
        Assert.That(counts.Sent, Is.EqualTo(counts.Accepted));
    }

    [Test]
    public async Task A_crash_of_RabbitMQ_under_load_loses_nothing()
    {
        SharedServers.RequireRabbitMq();
        await using var broker = await RabbitMqServer.StartAsync(CancellationToken.None);
        await using var installation = await Installation.StartAsync(Mode.PostgresRabbitMq, broker: broker);
        installation.SlowProvider(TimeSpan.FromMilliseconds(20));

        var load = installation.StartLoad();
        await installation.WaitForAcceptedAsync(Messages);

        // RabbitMQ 3.10 can lose a queue that it made seconds before it is killed (ADR 0012);
        // none that it has stopped with once.
        await broker.StopAsync();
        await broker.StartAgainAsync();
        await WaitUntilReadyAsync(installation);
        await installation.WaitForAcceptedAsync(Messages);
        await broker.KillAsync();
        await installation.WaitForAcceptedAsync(Messages);
        await broker.StartAgainAsync();
        await installation.WaitForAcceptedAsync(Messages);
        await load.StopAsync();
        await WaitUntilReadyAsync(installation);
        await installation.AskAgainAsync(installation.Clients[0]);

        var counts = await installation.SettleAsync("RabbitMQ killed under load");
        Assert.That(counts.Sent, Is.EqualTo(counts.Accepted));
    }

    [TestCaseSource(typeof(Modes), nameof(Modes.Shared))]
    public async Task While_PostgreSQL_is_away_clients_are_told_to_come_back_and_then_served_again(Mode mode)
    {
        SharedServers.RequirePostgres();
        await using var postgres = await PostgresServer.StartAsync(CancellationToken.None);
        await using var installation = await Installation.StartAsync(mode, postgres: postgres);

        var load = installation.StartLoad();
        await installation.WaitForAcceptedAsync(Messages);
        await postgres.StopAsync();
        await Refusal.AssertToldToComeBackAsync(installation, "storage_unreachable");
        await Wait.UntilAsync(
            async () => !await installation.Hosts[0].IsAsync("ready"), Outage, "health says that it is not ready");
        Assert.That(await installation.Hosts[0].IsAsync("live"));
        await Wait.ForAsync(Outage);
        await postgres.StartAgainAsync();
        await WaitUntilReadyAsync(installation);
        await installation.WaitForAcceptedAsync(Messages);
        await load.StopAsync();

        var counts = await installation.SettleAsync("PostgreSQL stopped for 5 s under load");
        Assert.That(counts.Sent, Is.EqualTo(counts.Accepted));
    }

    private static Task WaitUntilReadyAsync(Installation installation) =>
        Wait.UntilAsync(() => installation.Hosts[0].IsAsync("ready"), Patience, "the host recovers by itself");
}
