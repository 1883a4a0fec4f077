using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class LockFileTests : TrustTests
{
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
        Assert.That(Log, Has.Exactly(1).Contains("last good content counts"));
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
