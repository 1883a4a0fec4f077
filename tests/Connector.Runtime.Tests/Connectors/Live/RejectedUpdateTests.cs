using Connector.Runtime.Plugins;
using Connector.Runtime.Tests.Plugins;

namespace Connector.Runtime.Tests.Connectors;

/// <summary>What can't serve takes nothing's place, and its operator reads why.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RejectedUpdateTests
{
    [TestCase("broken", "ACTIVATION_FAILED")]
    [TestCase("picky", "CONFIG_INVALID")]
    [TestCase("refused", "CREDENTIALS_INVALID")]
    [TestCase("faulty-check", "CREDENTIAL_CHECK_FAILED")]
    public async Task A_build_that_cannot_serve_leaves_the_old_one_serving_and_says_why(string build, string code)
    {
        await using var live = await LiveHost.StartAsync();

        live.CopyOver(build);
        await live.UntilRejectedAsync(code);

        Assert.That(await live.SendAsync(), Is.EqualTo("1"));
        ShouldServe(live.Shown);
        live.CopyOver("2");
        await live.UntilServesAsync("2");
        await live.UntilAsync(() => Task.FromResult(live.Shown.Problems.Count == 0));
    }

    [Test]
    public async Task A_drop_that_is_no_plugin_any_more_leaves_the_old_build_serving()
    {
        await using var live = await LiveHost.StartAsync();

        await File.WriteAllTextAsync(live.Host.DropPath(LiveHost.Plugin, "Replaceable.dll"), "not a DLL");
        await live.UntilRejectedAsync("NOT_A_DLL");

        Assert.That(await live.SendAsync(), Is.EqualTo("1"));
        ShouldServe(live.Shown);
        Assert.That(live.Catalog.All, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_second_drop_of_the_same_id_leaves_the_first_serving()
    {
        await using var live = await LiveHost.StartAsync();

        live.CopyOver("2", folder: "Other");
        await live.UntilRejectedAsync("DUPLICATE_ID");

        Assert.That(await live.SendAsync(), Is.EqualTo("1"));
        Directory.Delete(live.Host.DropPath(LiveHost.Plugin), recursive: true);
        await live.UntilServesAsync("2");
    }

    [Test]
    public async Task Other_bytes_of_the_same_version_are_refused_under_first_use()
    {
        await using var live = await LiveHost.StartAsync(
            configure: options => options.Plugins.Integrity = PluginIntegrity.FirstUse);

        live.CopyOver("2");
        await live.UntilRejectedAsync("PLUGIN_MODIFIED");

        Assert.That(await live.SendAsync(), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_rejected_build_is_told_once_and_tried_once()
    {
        await using var live = await LiveHost.StartAsync();
        live.CopyOver("broken");
        await live.UntilRejectedAsync("ACTIVATION_FAILED");

        // Another drop makes the host look again.
        PluginSandbox.CopyFolder("Good", live.Host.DropPath("Good"));
        await live.UntilAsync(() => Task.FromResult(live.Catalog.Find("good") is not null));
        live.CopyOver("2");
        await live.UntilServesAsync("2");

        Assert.That(live.Host.Log.GetSnapshot().Count(record => record.Id.Id == 1051), Is.EqualTo(1));
    }

    [Test]
    public async Task One_connector_that_cannot_go_over_keeps_all_on_the_old_build()
    {
        await using var live = await LiveHost.StartAsync(
            connectors: """ "acme": { "Plugin": "replaceable" }, "other": { "Plugin": "replaceable" } """);

        live.CopyOver("picky");
        await live.UntilRejectedAsync("CONFIG_INVALID");

        Assert.That(await live.SendAsync("acme"), Is.EqualTo("1"));
        Assert.That(await live.SendAsync("other"), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_build_that_nobody_uses_is_not_run()
    {
        await using var live = await LiveHost.StartAsync(
            connectors: """ "acme": { "Plugin": "replaceable", "Enabled": false } """);
        await live.Catalog.LoadAsync(LiveHost.Id, CancellationToken.None);

        live.CopyOver("broken");
        var hash = live.Shown.Hash;
        await live.UntilAsync(() => Task.FromResult(
            live.Shown is { State: PluginState.Disabled, Problems: [] } shown && shown.Hash != hash));

        Assert.That(live.Host.Log.GetSnapshot().Select(record => record.Id.Id), Has.None.EqualTo(1051));
    }

    private static void ShouldServe(InstalledPlugin plugin)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plugin.State, Is.EqualTo(PluginState.Active));
            Assert.That(plugin.Problems[0].Code, Is.EqualTo("UPDATE_REJECTED"));
            Assert.That(plugin.Problems[0].Severity, Is.EqualTo(PluginProblemSeverity.Warning));
            Assert.That(plugin.Problems[0].Fix, Is.Not.Empty);
        }
    }
}
