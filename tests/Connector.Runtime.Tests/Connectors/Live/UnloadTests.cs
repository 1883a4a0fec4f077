namespace Connector.Runtime.Tests.Connectors;

public sealed class UnloadTests
{
    [Test]
    public async Task Replaced_builds_are_unloaded_but_the_first_which_runs_at_full_speed()
    {
        await using var live = await LiveHost.StartAsync();

        foreach (var build in (string[])["2", "3", "4"])
        {
            live.CopyOver(build);
            await live.UntilServesAsync(build);
        }

        await live.Catalog.Retired.WaitAsync(TimeSpan.FromSeconds(20));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Count(live, 1055), Is.EqualTo(1), "told that the first stays");
            Assert.That(Count(live, 1053), Is.EqualTo(2), "unloaded");
            Assert.That(live.Catalog.RetiredInMemory, Is.EqualTo(1));
            Assert.That(live.Shown.Problems, Is.Empty);
        }
    }

    [Test]
    public async Task A_build_that_leaves_a_thread_behind_is_reported()
    {
        await using var live = await LiveHost.StartAsync();
        live.CopyOver("leaky");
        await live.UntilServesAsync("leaky");

        live.CopyOver("3");
        await live.UntilServesAsync("3");
        await live.Catalog.Retired.WaitAsync(TimeSpan.FromSeconds(20));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(live.Shown.Problems.Select(problem => problem.Code), Is.EqualTo(["UNLOAD_PENDING"]));
            Assert.That(live.Catalog.RetiredInMemory, Is.EqualTo(2));
            Assert.That(Count(live, 1054), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_build_that_was_tried_out_and_rejected_is_unloaded()
    {
        await using var live = await LiveHost.StartAsync();

        live.CopyOver("picky");
        await live.UntilRejectedAsync("CONFIG_INVALID");
        await live.Catalog.Retired.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.That(live.Catalog.RetiredInMemory, Is.Zero);
        Assert.That(Count(live, 1053), Is.EqualTo(1));
    }

    private static int Count(LiveHost live, int eventId) =>
        live.Host.Log.GetSnapshot().Count(record => record.Id.Id == eventId);
}
