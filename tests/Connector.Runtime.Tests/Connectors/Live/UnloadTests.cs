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

        await live.UntilAsync(() => Task.FromResult(Count(live, 1053) == 2));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Count(live, 1055), Is.EqualTo(1), "told that the first stays");
            Assert.That(live.Catalog.Retired.Hashes.Count, Is.EqualTo(1));
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
        await live.UntilAsync(() => Task.FromResult(
            live.Shown.Problems.Any(problem => problem.Code == "UNLOAD_PENDING")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(live.Catalog.Retired.Hashes.Count, Is.EqualTo(2));
            Assert.That(live.Shown.State, Is.EqualTo(Runtime.Plugins.PluginState.Active));
        }
    }

    [Test]
    public async Task A_build_that_was_tried_out_and_rejected_is_unloaded()
    {
        await using var live = await LiveHost.StartAsync();

        live.CopyOver("picky");
        await live.UntilRejectedAsync("CONFIG_INVALID");
        await live.UntilAsync(() => Task.FromResult(Count(live, 1053) == 1));

        Assert.That(live.Catalog.Retired.Hashes.Count, Is.Zero);
    }

    private static int Count(LiveHost live, int eventId) =>
        live.Host.Log.GetSnapshot().Count(record => record.Id.Id == eventId);
}
