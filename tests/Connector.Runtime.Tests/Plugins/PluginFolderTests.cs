using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class PluginFolderTests
{
    [Test]
    public async Task A_configured_folder_that_is_missing_is_reported_and_bundled_plugins_serve()
    {
        using var sandbox = new PluginSandbox(options => (options.Path, options.BundledPath) = ("nowhere", "bundled"));
        PluginSandbox.CopyFolder("Good", Path.Combine(sandbox.Root, "bundled", "good"));

        var all = await sandbox.ScanAsync();

        Assert.That(all, Has.Count.EqualTo(2));
        Assert.That(all[0].State, Is.EqualTo(PluginState.Available));
        all[1].ShouldBe(PluginState.Rejected, "PLUGIN_FOLDER_MISSING", Path.Combine(sandbox.Root, "nowhere"));
    }

    [Test]
    public async Task The_default_folder_is_created()
    {
        using var sandbox = new PluginSandbox();
        Directory.Delete(sandbox.Drop);

        Assert.That(await sandbox.ScanAsync(), Is.Empty);
        Assert.That(sandbox.Drop, Does.Exist);
    }

    [Test]
    public async Task A_file_in_place_of_the_folder_is_reported()
    {
        using var sandbox = new PluginSandbox();
        Directory.Delete(sandbox.Drop);
        await File.WriteAllTextAsync(sandbox.Drop, "");

        (await sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "PLUGIN_FOLDER_UNREADABLE", sandbox.Drop);
    }

    [Test]
    public async Task A_folder_that_cannot_be_listed_is_reported()
    {
        // A link to itself is unreadable for everyone; permission bits would not stop root.
        using var sandbox = new PluginSandbox(options => options.Path = "loop");
        Directory.CreateSymbolicLink(Path.Combine(sandbox.Root, "loop"), Path.Combine(sandbox.Root, "loop"));

        var plugin = await sandbox.ScanOneAsync();

        Assert.That(plugin.Problems[0].Code, Is.AnyOf("PLUGIN_FOLDER_UNREADABLE", "PLUGIN_FOLDER_MISSING"));
        plugin.ShouldBe(PluginState.Rejected, plugin.Problems[0].Code, "loop");
    }

    [Test]
    public async Task Two_plugins_with_one_id_are_both_rejected_naming_each_other()
    {
        using var sandbox = new PluginSandbox();
        var first = sandbox.DropFolder("Good", "a");
        var second = sandbox.DropFolder("Good", "b");
        sandbox.DropFolder("Moody");

        var all = await sandbox.ScanAsync();

        Assert.That(all, Has.Count.EqualTo(3));
        all[0].ShouldBe(PluginState.Rejected, "DUPLICATE_ID", first, second, "good");
        all[1].ShouldBe(PluginState.Rejected, "DUPLICATE_ID", first, second, "good");
        Assert.That(all[2].State, Is.EqualTo(PluginState.Available));
        await PluginExpectations.FailureOfAsync(() => sandbox.LoadAsync("good"));
    }

    [Test]
    public async Task The_same_plugin_bundled_and_dropped_is_no_conflict()
    {
        using var sandbox = new PluginSandbox(options => options.BundledPath = "bundled");
        PluginSandbox.CopyFolder("Good", Path.Combine(sandbox.Root, "bundled", "good"));
        var dropped = sandbox.DropFolder("Good");

        var plugin = await sandbox.ScanOneAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plugin.Path, Is.EqualTo(dropped));
            Assert.That(plugin.Problems, Is.Empty);
        }
    }

    [Test]
    public async Task A_dropped_plugin_takes_the_place_of_another_build_that_is_bundled_and_says_so()
    {
        using var sandbox = new PluginSandbox(options => options.BundledPath = "bundled");
        var bundled = PluginSandbox.CopyFolder("Good", Path.Combine(sandbox.Root, "bundled", "good"));
        var dropped = sandbox.DropFolder("Good");
        await File.WriteAllTextAsync(Path.Combine(dropped, "NOTICE"), "another build");

        var plugin = await sandbox.ScanOneAsync();

        plugin.ShouldServeWithWarning("OVERRIDES_BUNDLED", bundled, dropped);
        Assert.That(plugin.Path, Is.EqualTo(dropped));
    }

    [Test]
    public async Task A_data_folder_that_cannot_be_written_is_reported()
    {
        using var sandbox = new PluginSandbox();
        sandbox.DropFolder("Good");
        await File.WriteAllTextAsync(sandbox.Data, "a file where the folder should be");

        (await sandbox.ScanOneAsync()).ShouldBe(PluginState.LoadFailed, "STAGING_FAILED");
    }

    [Test]
    public async Task Every_problem_is_logged_with_its_code()
    {
        using var sandbox = new PluginSandbox();
        sandbox.DropDll("OtherDll");
        sandbox.DropFolder("LogoBroken");

        await sandbox.ScanAsync();

        var messages = sandbox.Log.Collector.GetSnapshot().Select(record => record.Message).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(messages, Has.Some.Contains("NOT_A_CONNECTOR"));
            Assert.That(messages, Has.Some.Contains("LOGO_BROKEN"));
            Assert.That(messages, Has.Some.Contains("2 plugins found, 1 of them usable"));
        }
    }
}
