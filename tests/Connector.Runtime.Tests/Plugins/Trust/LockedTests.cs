using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class LockedTests : TrustTests
{
    [Test]
    public async Task Without_a_lock_file_nothing_dropped_runs()
    {
        var folder = DropGood();

        (await LookAsync(PluginIntegrity.Locked)).ShouldBe(
            PluginState.Untrusted, "PLUGIN_NOT_LOCKED", folder, "good", LockFile);
    }

    [Test]
    public async Task Another_version_does_not_run_even_if_it_was_named_before()
    {
        DropGood();
        await UseAsync();
        DropGood("1.1.0");
        await UseAsync();
        DropGood();
        var known = await LookAsync(PluginIntegrity.Locked);
        DropGood("1.2.0");
        var unknown = await LookAsync(PluginIntegrity.Locked);

        known.ShouldBe(PluginState.Untrusted, "PLUGIN_NOT_LOCKED", "1.0.0", "1.1.0");
        unknown.ShouldBe(PluginState.Untrusted, "PLUGIN_NOT_LOCKED", "1.2.0", "1.1.0");
    }

    [Test]
    public async Task Other_bytes_do_not_run()
    {
        var folder = DropGood();
        await UseAsync();
        Tamper(folder);

        (await LookAsync(PluginIntegrity.Locked)).ShouldBe(PluginState.Untrusted, "PLUGIN_MODIFIED", folder);
    }

    [Test]
    public async Task What_is_named_runs_and_the_file_is_never_written()
    {
        DropGood();
        await NewInstaller().LockAsync([], CancellationToken.None);
        var written = await File.ReadAllTextAsync(LockFile);

        await UseAsync(integrity: PluginIntegrity.Locked);

        Assert.That(await File.ReadAllTextAsync(LockFile), Is.EqualTo(written));
    }

    [Test]
    public async Task Bundled_plugins_run()
    {
        Sandbox.Options.BundledPath = "bundled";
        PluginSandbox.CopyFolder("Good", Path.Combine(Sandbox.Root, "bundled", "good"));

        Assert.That((await LookAsync(PluginIntegrity.Locked)).State, Is.EqualTo(PluginState.Available));
    }

    [Test]
    public async Task A_changed_lock_file_counts_from_the_next_scan_on()
    {
        DropGood();
        var host = await StartAsync(PluginIntegrity.Locked);
        await NewInstaller().LockAsync(["good"], CancellationToken.None);

        await host.ScanAsync(CancellationToken.None);

        Assert.That(host.Find("good")!.State, Is.EqualTo(PluginState.Available));
    }
}
