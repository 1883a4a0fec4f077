using System.Net;
using System.Text.Json;
using FaultTests.Ledgers;
using TestServers;

namespace FaultTests;

internal sealed class ServerFaultTests
{
    private static readonly TimeSpan LoadTime = TimeSpan.FromSeconds(1);
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
        await Wait.ForAsync(LoadTime);
        await postgres.KillAsync();
        await postgres.StartAgainAsync();
        await WaitUntilReadyAsync(installation);
        await Wait.ForAsync(LoadTime);
        await load.StopAsync();
        await installation.AskAgainAsync(installation.Clients[0]);

        var counts = await installation.SettleAsync("PostgreSQL killed under load");
        Assert.That(counts.Sent, Is.EqualTo(counts.Accepted));
        Assert.That(load.Count(HttpStatusCode.ServiceUnavailable), Is.Positive);
    }

    [Test]
    public async Task A_crash_of_RabbitMQ_under_load_loses_nothing()
    {
        SharedServers.RequireRabbitMq();
        await using var broker = await RabbitMqServer.StartAsync(CancellationToken.None);
        await using var installation = await Installation.StartAsync(Mode.PostgresRabbitMq, broker: broker);
        installation.SlowProvider(TimeSpan.FromMilliseconds(20));

        var load = installation.StartLoad();
        await Wait.ForAsync(LoadTime);
        await broker.KillAsync();
        await Wait.ForAsync(LoadTime);
        await broker.StartAgainAsync();
        await Wait.ForAsync(LoadTime);
        await load.StopAsync();
        await WaitUntilReadyAsync(installation);
        await installation.AskAgainAsync(installation.Clients[0]);

        var counts = await installation.SettleAsync("RabbitMQ killed under load");
        Assert.That(counts.Sent, Is.EqualTo(counts.Accepted));
    }

    [Test]
    public async Task While_PostgreSQL_is_away_clients_are_told_to_come_back_and_then_served_again()
    {
        SharedServers.RequirePostgres();
        await using var postgres = await PostgresServer.StartAsync(CancellationToken.None);
        await using var installation = await Installation.StartAsync(Mode.Postgres, postgres: postgres);

        var load = installation.StartLoad();
        await Wait.ForAsync(LoadTime);
        await postgres.StopAsync();
        await AssertToldToComeBackAsync(installation, "storage_unreachable");
        await Wait.UntilAsync(
            async () => !await installation.Hosts[0].IsAsync("ready"), Patience, "health says that it is not ready");
        Assert.That(await installation.Hosts[0].IsAsync("live"));
        await Wait.ForAsync(Outage);
        await postgres.StartAgainAsync();
        await WaitUntilReadyAsync(installation);
        var before = installation.Ledger.Accepted;
        await Wait.UntilAsync(
            () => Task.FromResult(installation.Ledger.Accepted > before), Patience, "it takes messages again");
        await load.StopAsync();

        var counts = await installation.SettleAsync("PostgreSQL stopped for 5 s under load");
        Assert.That(counts.Sent, Is.EqualTo(counts.Accepted));
    }

    private static Task WaitUntilReadyAsync(Installation installation) =>
        Wait.UntilAsync(() => installation.Hosts[0].IsAsync("ready"), Patience, "the host recovers by itself");

    internal static async Task AssertToldToComeBackAsync(Installation installation, string code)
    {
        using var answer = await installation.Clients[0].SendAsync(installation.Ledger.NewOrder(hasKey: false));
        var body = await answer.Content.ReadAsStringAsync();
        using var problem = JsonDocument.Parse(body);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable), body);
        Assert.That(answer.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(problem.RootElement.GetProperty("code").GetString(), Is.EqualTo(code));
        Assert.That(problem.RootElement.GetProperty("retryable").GetBoolean());
        Assert.That(body, Does.Not.Contain("   at ").And.Not.Contain("Exception"));
    }
}
