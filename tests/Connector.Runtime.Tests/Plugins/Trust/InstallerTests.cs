using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class InstallerTests : InstallationTests
{
    [TestCase("OtherDll", PluginState.Rejected, "NOT_A_CONNECTOR")]
    [TestCase("NewerContract", null, null)]
    [TestCase("FutureFramework", PluginState.Incompatible, "FRAMEWORK_MISMATCH")]
    public async Task A_plugin_that_would_not_run_is_not_added(string name, PluginState? state, string? code)
    {
        PluginSandbox.CopyFolder(name, Source);

        var plugin = await AddAsync();

        Assert.That(plugin.State, state is null ? Is.Not.EqualTo(PluginState.Available) : Is.EqualTo(state));
        Assert.That(plugin.Problems[0].Code, code is null ? Is.Not.Empty : Is.EqualTo(code));
        AssertNothingChanged();
    }

    [Test]
    public async Task What_is_not_there_is_not_added()
    {
        (await AddAsync()).ShouldBe(PluginState.Rejected, "PLUGIN_UNREADABLE", Source);
    }

    [Test]
    public async Task The_same_version_with_other_bytes_is_not_added()
    {
        CopyGood();
        await AddAsync();
        Tamper(Source);

        var plugin = await AddAsync();

        plugin.ShouldBe(PluginState.Untrusted, "PLUGIN_MODIFIED", "1.0.0");
        Assert.That(Path.Combine(Sandbox.Drop, "good", "NOTICE"), Does.Not.Exist);
    }

    [Test]
    public async Task Another_hash_than_the_expected_is_not_added()
    {
        CopyGood();
        var expected = $"sha256:{new string('0', 64)}";

        var plugin = await NewInstaller().AddAsync(Source, expected, CancellationToken.None);

        plugin.ShouldBe(PluginState.Rejected, "HASH_MISMATCH", plugin.Hash!, expected);
        AssertNothingChanged();
    }

    [Test]
    public async Task A_revoked_version_is_not_added()
    {
        CopyGood();
        await File.WriteAllTextAsync(
            Path.Combine(Sandbox.Root, "plugins.revoked.json"), """{"revoked":[{"id":"good","reason":"Bad."}]}""");

        (await AddAsync()).ShouldBe(PluginState.Untrusted, "PLUGIN_REVOKED");
        AssertNothingChanged();
    }

    [Test]
    public async Task Something_else_in_the_way_stays_and_nothing_is_added()
    {
        CopyGood();
        var other = Sandbox.DropFolder("Moody", "good");

        var failure = await PluginExpectations.FailureOfAsync(AddAsync);

        Assert.That(failure.Problem.Code, Is.EqualTo("PLUGIN_FOLDER_UNWRITABLE"));
        Assert.That(Path.Combine(other, "Moody.dll"), Does.Exist);
        Assert.That(Directory.EnumerateFileSystemEntries(Sandbox.Drop), Is.EqualTo([other]));
    }

    [Test]
    public async Task A_plugin_folder_that_cannot_be_written_is_a_problem()
    {
        // A file in its place stops everyone, even root.
        CopyGood();
        Directory.Delete(Sandbox.Drop);
        await File.WriteAllTextAsync(Sandbox.Drop, "");

        var failure = await PluginExpectations.FailureOfAsync(AddAsync);

        Assert.That(failure.Problem.Code, Is.EqualTo("PLUGIN_FOLDER_UNWRITABLE"));
        Assert.That(LockFile, Does.Not.Exist);
    }

    [Test]
    public async Task A_broken_lock_file_is_left_alone()
    {
        CopyGood();
        await File.WriteAllTextAsync(LockFile, "{");

        var plugin = await AddAsync();
        var failure = await PluginExpectations.FailureOfAsync(
            () => NewInstaller().RollBackAsync("good", version: null, CancellationToken.None));

        plugin.ShouldBe(PluginState.Untrusted, "LOCK_FILE_INVALID", LockFile);
        Assert.That(failure.Problem.Code, Is.EqualTo("LOCK_FILE_INVALID"));
        Assert.That(await File.ReadAllTextAsync(LockFile), Is.EqualTo("{"));
    }

    [Test]
    public async Task An_added_plugin_runs_where_only_locked_ones_do()
    {
        CopyGood();

        var plugin = await AddAsync();

        Assert.That(plugin.Path, Is.EqualTo(Path.Combine(Sandbox.Drop, "good")));
        Assert.That((await UseAsync(integrity: PluginIntegrity.Locked)).Plugin.Hash, Is.EqualTo(plugin.Hash));
        Assert.That(Log, Has.Some.StartsWith($"Plugin good 1.0.0 ({plugin.Hash}) locked by an administrator"));
    }

    [TestCase("folder")]
    [TestCase("zip")]
    [TestCase("dll")]
    public async Task An_upgrade_takes_the_place_of_whatever_form_was_dropped(string form)
    {
        var folder = DropGood();
        if (form != "folder")
        {
            var zip = TestZip.OfFolder(folder);
            Directory.Delete(folder, recursive: true);
            _ = form == "zip" ? Sandbox.DropFile("good-1.0.0.connector.zip", zip) : Sandbox.DropDll("Good");
        }

        await UseAsync();
        CopyGood("1.1.0");
        await AddAsync();

        var plugins = (await StartAsync()).All;
        Assert.That(
            plugins.Select(plugin => (plugin.Version, plugin.State)), Is.EqualTo([("1.1.0", PluginState.Available)]));
        Assert.That(Directory.EnumerateFileSystemEntries(Sandbox.Drop).Count(), Is.EqualTo(1), "nothing is left over");
        Assert.That(LockedVersions(), Is.EqualTo(["1.1.0", "1.0.0"]));
    }

    [Test]
    public async Task A_linked_folder_is_replaced_and_what_it_led_to_stays()
    {
        var elsewhere = PluginSandbox.CopyFolder("Good", Path.Combine(Sandbox.Root, "elsewhere"));
        Directory.CreateSymbolicLink(Path.Combine(Sandbox.Drop, "good"), elsewhere);
        CopyGood("1.1.0");

        await AddAsync();

        Assert.That(Path.Combine(elsewhere, "Good.dll"), Does.Exist);
        Assert.That(new DirectoryInfo(Path.Combine(Sandbox.Drop, "good")).LinkTarget, Is.Null);
    }

    [Test]
    public async Task Locking_accepts_what_was_changed_on_purpose()
    {
        var folder = DropGood();
        await UseAsync();
        Tamper(folder);

        var locked = await NewInstaller().LockAsync(["good"], CancellationToken.None);

        Assert.That(locked.Single().Change, Is.EqualTo(PluginLockChange.Updated));
        Assert.That((await LookAsync()).State, Is.EqualTo(PluginState.Available));
        Assert.That(LockedVersions(), Is.EqualTo(["1.0.0"]));
    }

    [Test]
    public async Task Locking_all_says_what_became_of_each()
    {
        DropGood();
        Sandbox.DropFolder("Moody");
        await NewInstaller().LockAsync(["good"], CancellationToken.None);
        Sandbox.DropDll("OtherDll");

        var locked = await NewInstaller().LockAsync([], CancellationToken.None);

        Assert.That(locked.Select(entry => (entry.Plugin.Id, entry.Change)), Is.EquivalentTo(new[]
        {
            ("good", PluginLockChange.Unchanged),
            ("moody", PluginLockChange.Added),
            ((string?)null, PluginLockChange.Refused),
        }));
    }

    [Test]
    public async Task An_unknown_plugin_can_be_neither_locked_nor_removed()
    {
        DropGood();
        var installer = NewInstaller();

        var locking = await PluginExpectations.FailureOfAsync(
            () => installer.LockAsync(["good", "nope"], CancellationToken.None));
        var removing = await PluginExpectations.FailureOfAsync(
            () => installer.RemoveAsync("nope", CancellationToken.None));

        Assert.That(
            new[] { locking.Problem.Code, removing.Problem.Code }, Is.All.EqualTo("PLUGIN_NOT_INSTALLED"));
        Assert.That(LockFile, Does.Not.Exist);
    }

    [Test]
    public async Task A_removed_plugin_is_forgotten()
    {
        var folder = DropGood();
        await UseAsync();

        await NewInstaller().RemoveAsync("good", CancellationToken.None);

        Assert.That(folder, Does.Not.Exist);
        Assert.That(Directory.EnumerateFileSystemEntries(Sandbox.Drop), Is.Empty);
        Assert.That(await File.ReadAllTextAsync(LockFile), Does.Not.Contain("good"));
    }

    [Test]
    public async Task A_plugin_that_only_the_lock_file_names_can_be_removed_from_it()
    {
        var folder = DropGood();
        await UseAsync();
        Directory.Delete(folder, recursive: true);
        var missing = NewInstaller().CompareWithLock((await StartAsync()).All).Missing;

        await NewInstaller().RemoveAsync("good", CancellationToken.None);

        Assert.That(missing, Is.EqualTo(["good"]));
        Assert.That(await File.ReadAllTextAsync(LockFile), Does.Not.Contain("good"));
    }

    private void AssertNothingChanged()
    {
        Assert.That(Directory.EnumerateFileSystemEntries(Sandbox.Drop), Is.Empty);
        Assert.That(LockFile, Does.Not.Exist);
    }
}
