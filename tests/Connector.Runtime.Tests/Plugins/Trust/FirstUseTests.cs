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

    [TestCase("{")]
    [TestCase("null")]
    [TestCase("""{"lockVersion":2,"plugins":{}}""")]
    [TestCase("""{"lockVersion":1,"plugins":{},"plugin":{}}""")]
    [TestCase("""{"lockVersion":1,"plugins":{"good":{"version":"1.0.0","hash":"sha256:00","previous":[]}}}""")]
    [TestCase("""{"lockVersion":1,"plugins":{"good":null}}""")]
    public async Task A_lock_file_that_is_none_lets_no_dropped_plugin_run(string json)
    {
        DropGood();
        await File.WriteAllTextAsync(LockFile, json);

        (await LookAsync()).ShouldBe(PluginState.Untrusted, "LOCK_FILE_INVALID", LockFile);
        Assert.That(await File.ReadAllTextAsync(LockFile), Is.EqualTo(json), "the operator's file is left alone");
    }

    [Test]
    public async Task A_lock_file_that_turns_bad_while_the_host_runs_does_not_count_until_it_is_good_again()
    {
        var folder = DropGood();
        await UseAsync();
        var host = await StartAsync();
        await File.WriteAllTextAsync(LockFile, "{ half a fi");
        await host.ScanAsync(CancellationToken.None);
        var meanwhile = host.Find("good")!;
        Tamper(folder);
        await host.ScanAsync(CancellationToken.None);

        Assert.That(meanwhile.State, Is.EqualTo(PluginState.Available));
        host.Find("good")!.ShouldBe(PluginState.Untrusted, "PLUGIN_MODIFIED");
        Assert.That(Log.Count(line => line.Contains("last good content counts", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_lock_file_that_cannot_be_written_is_a_warning_and_the_plugin_serves()
    {
        // A folder in its place can't be replaced by anyone, not even by root.
        DropGood();
        Sandbox.Options.LockFile = "no-such-folder/plugins.lock.json";
        var host = await StartAsync();

        await host.LoadAsync("good", CancellationToken.None);

        host.Find("good")!.ShouldServeWithWarning("LOCK_FILE_UNWRITABLE", "no-such-folder");
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
    public async Task Hosts_that_record_at_once_lose_nothing()
    {
        string[] ids = ["good", "moody", "needs-library", "obliging"];
        Array.ForEach(["Good", "Moody", "NeedsLibrary", "Obliging"], name => Sandbox.DropFolder(name));

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => UseAsync(ids[i % ids.Length]))));

        Assert.That(ids.Select(id => LockedVersions(id)), Is.All.EqualTo(new[] { "1.0.0" }));
        Assert.That(
            Directory.EnumerateFileSystemEntries(Sandbox.Root).Select(Path.GetFileName),
            Is.EquivalentTo(["plugins", "data", "plugins.lock.json"]), "nothing is left beside it");
    }

    [Test]
    public async Task A_lock_file_that_is_a_link_stays_one()
    {
        DropGood();
        var target = Path.Combine(Sandbox.Root, "elsewhere.json");
        await File.WriteAllTextAsync(target, """{"lockVersion":1,"plugins":{}}""");
        File.CreateSymbolicLink(LockFile, target);

        await UseAsync();

        Assert.That(new FileInfo(LockFile).LinkTarget, Is.EqualTo(target));
        Assert.That(await File.ReadAllTextAsync(target), Does.Contain("good"));
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

    [Test]
    public async Task The_fingerprint_changes_with_the_files_of_the_operator()
    {
        DropGood();
        var folders = new PluginFolders(Sandbox.Options, Sandbox.Root, Sandbox.Data);
        var trust = new PluginTrust(Sandbox.Options, folders, Sandbox.Time, Sandbox.Log);
        var before = trust.Fingerprint;
        await UseAsync();
        var locked = trust.Fingerprint;
        await File.WriteAllTextAsync(Path.Combine(Sandbox.Root, "plugins.revoked.json"), """{"revoked":[]}""");

        Assert.That(new[] { before, locked, trust.Fingerprint }, Is.Unique);
    }

    [Test]
    public async Task The_copies_of_the_last_versions_are_to_be_kept()
    {
        var hashes = new List<string>();
        foreach (var version in (string[])["1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0"])
        {
            DropGood(version);
            hashes.Add((await UseAsync()).Plugin.Hash!);
        }

        var folders = new PluginFolders(Sandbox.Options, Sandbox.Root, Sandbox.Data);
        var trust = new PluginTrust(Sandbox.Options, folders, Sandbox.Time, Sandbox.Log);

        Assert.That(trust.KeptHashes, Is.EquivalentTo(hashes.Skip(1)));
    }
}
