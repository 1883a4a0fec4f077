using FaultTests.Hosts;

namespace FaultTests;

internal sealed class DiskFullTests
{
    private const int FillerBytes = 12 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task When_the_disk_is_full_clients_are_told_and_what_was_accepted_is_sent_once_there_is_space()
    {
        PrivateMounts.Require();
        await using var installation = await Installation.CreateAsync(Mode.Sqlite);
        using var disk = new TempFolder();
        var host = installation.Add(PrivateMounts.SmallDisk(disk.Path, "16m"));
        host.Write(installation.Settings with { DataPath = disk.Path });
        await host.StartAsync();
        var filler = host.PathInside(Path.Combine(disk.Path, "filler"));
        await File.WriteAllBytesAsync(filler, new byte[FillerBytes]);

        var load = installation.StartLoad();
        await Wait.UntilAsync(
            () => Task.FromResult(load.Count(System.Net.HttpStatusCode.ServiceUnavailable) > 0),
            Patience,
            "it is full");
        await load.StopAsync();
        await Refusal.AssertToldToComeBackAsync(installation, "storage_full");
        await Wait.UntilAsync(async () => !await host.IsAsync("ready"), Patience, "health says that it is not ready");
        Assert.That(await host.IsAsync("live"));

        File.Delete(filler);
        await installation.AskAgainAsync(host.Client);
        var counts = await installation.SettleAsync("Disk full under load");

        Assert.That(counts.Sent, Is.EqualTo(counts.Accepted));
        Assert.That(counts.Unacknowledged, Is.Zero, "what was answered with 503 is not stored");
    }
}
