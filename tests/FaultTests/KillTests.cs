namespace FaultTests;

internal sealed class KillTests
{
    private static readonly TimeSpan SendTime = TimeSpan.FromMilliseconds(20);

    [TestCaseSource(typeof(Modes), nameof(Modes.All))]
    public async Task Hosts_killed_at_random_lose_nothing_and_send_nothing_twice(Mode mode)
    {
        await using var installation = await Installation.StartAsync(mode);
        var host = installation.Hosts[0];
        installation.SlowProvider(SendTime);

        for (var kill = 0; kill < Modes.Kills; kill++)
        {
            var load = installation.StartLoad();
            await Wait.ForAsync(TimeSpan.FromMilliseconds(TestContext.CurrentContext.Random.Next(300, 1500)));
            await host.KillAsync();
            await load.StopAsync();
            await host.StartAsync();
            await installation.AskAgainAsync(host.Client);
        }

        var counts = await installation.SettleAsync($"Host killed {Modes.Kills} times under load");
        Assert.That(installation.Ledger.ToAskAgain, Is.Empty);
        Assert.That(counts.Sent, Is.EqualTo(counts.Accepted), "what was in doubt was looked up and sent again");
    }

    [TestCaseSource(typeof(Modes), nameof(Modes.All))]
    public async Task What_goes_in_comes_out_exactly_once(Mode mode)
    {
        await using var installation = await Installation.StartAsync(mode);
        await installation.LoadAsync(1000);

        var counts = await installation.SettleAsync("No fault");

        Assert.That(counts.Sent, Is.EqualTo(counts.Accepted));
        Assert.That(counts.Doubled, Is.Zero);
        Assert.That(counts.Unacknowledged, Is.Zero);
    }
}
