namespace FaultTests;

internal sealed class SeveralHostsTests
{
    private const int Messages = 300;

    [TestCase(Mode.Postgres, 2)]
    [TestCase(Mode.Postgres, 3)]
    [TestCase(Mode.PostgresRabbitMq, 2)]
    [TestCase(Mode.PostgresRabbitMq, 3)]
    public async Task When_a_host_dies_the_others_take_over_what_it_had(Mode mode, int hosts)
    {
        await using var installation = await Installation.StartAsync(mode, hosts);
        installation.SlowProvider(TimeSpan.FromMilliseconds(50));

        var load = installation.StartLoad();
        await installation.WaitForAcceptedAsync(Messages);
        await installation.Hosts[0].KillAsync();
        await installation.WaitForAcceptedAsync(Messages);
        await load.StopAsync();
        await installation.AskAgainAsync(installation.Clients[1]);

        var counts = await installation.SettleAsync($"One of {hosts} hosts killed under load", installation.Hosts[1]);
        Assert.That(counts.Sent, Is.EqualTo(counts.Accepted));
        Assert.That(load.NoAnswers, Is.Positive, "the host was killed while clients talked to it");
    }
}
