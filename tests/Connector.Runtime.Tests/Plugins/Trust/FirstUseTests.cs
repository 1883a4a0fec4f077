using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class FirstUseTests : TrustTests
{
    [Test]
    public async Task The_same_version_with_other_bytes_never_runs()
    {
        var folder = DropGood();
        var used = (await UseAsync()).Plugin;
        Tamper(folder);

        var host = await StartAsync();
        var plugin = host.Find("good")!;

        plugin.ShouldBe(PluginState.Untrusted, "PLUGIN_MODIFIED", folder, plugin.Hash!, used.Hash!, LockFile);
        var failure = await PluginExpectations.FailureOfAsync(() => host.LoadAsync("good", CancellationToken.None));
        Assert.That(failure.Problem.Code, Is.EqualTo("PLUGIN_MODIFIED"));
    }

    [Test]
    public async Task An_earlier_version_that_comes_back_with_other_bytes_never_runs()
    {
        DropGood();
        await UseAsync();
        DropGood("1.1.0");
        await UseAsync();
        Tamper(DropGood());

        (await LookAsync()).ShouldBe(PluginState.Untrusted, "PLUGIN_MODIFIED", "1.0.0");
    }

    [Test]
    public async Task What_changes_between_the_scan_and_the_use_is_refused()
    {
        DropGood();
        var first = await StartAsync();
        var second = Sandbox.NewCatalog();
        Tamper(Path.Combine(Sandbox.Drop, "Good"));
        await second.ScanAsync(CancellationToken.None);
        await second.LoadAsync("good", CancellationToken.None);

        var failure = await PluginExpectations.FailureOfAsync(() => first.LoadAsync("good", CancellationToken.None));

        Assert.That(failure.State, Is.EqualTo(PluginState.Untrusted));
        Assert.That(failure.Problem.Code, Is.EqualTo("PLUGIN_MODIFIED"));
    }

    [Test]
    public async Task A_staged_copy_that_someone_changed_is_not_loaded()
    {
        DropGood();
        var host = await StartAsync();
        var copy = host.Find("good")!.StagedAssembly!;
        File.SetAttributes(copy, FileAttributes.Normal);
        var bytes = await File.ReadAllBytesAsync(copy);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(copy, bytes);

        var failure = await PluginExpectations.FailureOfAsync(() => host.LoadAsync("good", CancellationToken.None));

        Assert.That(failure.Problem.Code, Is.EqualTo("STAGED_COPY_MODIFIED"));
        Assert.That(failure.Problem.Cause, Does.Contain(Path.GetDirectoryName(copy)));
        host.Find("good")!.ShouldBe(PluginState.Untrusted, "STAGED_COPY_MODIFIED");
    }

    [Test]
    public async Task A_plugin_is_recorded_when_it_is_used_and_not_before()
    {
        DropGood();
        await StartAsync();
        Assert.That(LockFile, Does.Not.Exist);

        var used = (await UseAsync()).Plugin;

        Assert.That(await File.ReadAllTextAsync(LockFile), Is.EqualTo($$"""
            {
              "lockVersion": 1,
              "plugins": {
                "good": {
                  "version": "1.0.0",
                  "hash": "{{used.Hash}}",
                  "previous": []
                }
              }
            }

            """));
        Assert.That(Log, Has.Exactly(1).EqualTo($"Plugin good 1.0.0 trusted at its first use: {used.Hash}"));
    }

    [Test]
    public async Task Another_version_is_recorded_as_a_change_with_what_was_before()
    {
        DropGood();
        var old = (await UseAsync()).Plugin;
        DropGood("1.1.0");

        var used = (await UseAsync()).Plugin;

        Assert.That(LockedVersions(), Is.EqualTo(["1.1.0", "1.0.0"]));
        Assert.That(Log, Has.Exactly(1).EqualTo(
            $"Plugin good changed from 1.0.0 ({old.Hash}) to 1.1.0 ({used.Hash}); recorded"));
    }

    [Test]
    public async Task A_known_earlier_version_may_come_back()
    {
        DropGood();
        await UseAsync();
        DropGood("1.1.0");
        await UseAsync();
        DropGood();

        await UseAsync();

        Assert.That(LockedVersions(), Is.EqualTo(["1.0.0", "1.1.0"]));
    }

    [Test]
    public async Task A_use_that_is_recorded_does_not_touch_the_file()
    {
        DropGood();
        await UseAsync();
        var written = File.GetLastWriteTimeUtc(LockFile);

        await UseAsync();

        Assert.That(File.GetLastWriteTimeUtc(LockFile), Is.EqualTo(written));
    }

    [Test]
    public async Task Bundled_plugins_are_the_hosts_own_and_are_not_recorded()
    {
        Sandbox.Options.BundledPath = "bundled";
        PluginSandbox.CopyFolder("Good", Path.Combine(Sandbox.Root, "bundled", "good"));

        await UseAsync();

        Assert.That(LockFile, Does.Not.Exist);
    }

    [Test]
    public async Task Off_lets_anything_run_and_records_nothing()
    {
        var folder = DropGood();
        await UseAsync();
        Tamper(folder);
        var before = await File.ReadAllTextAsync(LockFile);

        await UseAsync(integrity: PluginIntegrity.Off);

        Assert.That(await File.ReadAllTextAsync(LockFile), Is.EqualTo(before));
    }
}
