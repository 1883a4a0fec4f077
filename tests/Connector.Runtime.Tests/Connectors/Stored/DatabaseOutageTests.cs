using Connector.Runtime.Connectors;
using TestServers;

namespace Connector.Runtime.Tests.Connectors;

public sealed class DatabaseOutageTests
{
    [Test]
    public async Task Connectors_serve_while_the_database_is_away_and_follow_when_it_is_back()
    {
        SharedServers.RequirePostgres();
        await using var server = await PostgresServer.StartAsync(CancellationToken.None);
        var database = await server.CreateDatabaseAsync();
        await using var one = await StoredHosts.StartAsync(database);
        await using var two = await StoredHosts.StartAsync(database);
        await one.CreateAsync("mine");
        await two.UntilAsync("mine", info => info?.State == ConnectorState.Running);

        await server.KillAsync();
        await two.UntilLoggedAsync(2244);
        var meanwhile = await two.TestAsync("mine");
        await server.StartAgainAsync();
        await two.UntilLoggedAsync(2245);
        var changed = await one.ChangeAsync("mine", """{"weight":9}""");
        await two.UntilAsync("mine", info => info?.Revision == changed.Revision);

        Assert.That(meanwhile, Is.EqualTo("Accepted"));
        Assert.That(two.Log.GetSnapshot().Count(record => record.Id.Id == 2244), Is.EqualTo(1));
        await one.StopAsync();
        await two.StopAsync();
    }
}
