using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class StagingTests : SandboxedTests
{
    [Test]
    public async Task A_drop_that_vanishes_after_the_scan_is_loaded_all_the_same()
    {
        var folder = Sandbox.DropFolder("NeedsLibrary");
        await Sandbox.ScanAsync();
        Directory.Delete(folder, recursive: true);

        Assert.That(await Sandbox.LoadAsync("needs-library"), Is.Not.Null);
    }

    [Test]
    public async Task Overwriting_the_drop_in_place_does_not_harm_the_loaded_plugin()
    {
        var dll = Path.Combine(Sandbox.DropFolder("Moody"), "Moody.dll");
        await Sandbox.ScanAsync();
        var loaded = await Sandbox.LoadAsync("moody");
        await File.WriteAllBytesAsync(dll, new byte[10]);

        var issues = await loaded.ValidateAsync(Configs.Mood("good"), CancellationToken.None);

        Assert.That(issues, Has.Count.EqualTo(1), "code that had not run before the drop was overwritten");
    }

    [Test]
    public async Task New_files_over_a_loaded_plugin_need_a_restart_and_the_old_ones_keep_running()
    {
        using var sandbox = new PluginSandbox(options => options.Integrity = PluginIntegrity.Off);
        var folder = sandbox.DropFolder("Moody");
        await sandbox.ScanAsync();
        var loaded = await sandbox.LoadAsync("moody");
        sandbox.Catalog.ReportUse("moody", PluginState.Active, []);
        await File.WriteAllTextAsync(Path.Combine(folder, "NOTICE"), "new");

        (await sandbox.ScanOneAsync()).ShouldBe(PluginState.RestartRequired, "RESTART_REQUIRED", loaded.Plugin.Hash!);
        Assert.That(await sandbox.LoadAsync("moody"), Is.SameAs(loaded));
    }

    [Test]
    public async Task Only_usable_plugins_are_staged()
    {
        Sandbox.DropDll("Good");
        Sandbox.DropDll("OtherDll");

        await Sandbox.ScanAsync();

        Assert.That(Directory.GetDirectories(Path.Combine(Sandbox.Data, "plugins")), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_damaged_copy_is_replaced()
    {
        Sandbox.DropDll("Good");
        var copy = (await Sandbox.ScanOneAsync()).StagedAssembly!;
        File.SetAttributes(copy, FileAttributes.Normal);
        await File.WriteAllBytesAsync(copy, [1]);

        await Sandbox.NewCatalog().ScanAsync(CancellationToken.None);

        Assert.That(new FileInfo(copy).Length, Is.EqualTo(new FileInfo(PluginSandbox.Built("Good")).Length));
    }

    [Test]
    public async Task A_whole_copy_is_used_again()
    {
        Sandbox.DropDll("Good");
        var copy = (await Sandbox.ScanOneAsync()).StagedAssembly!;
        var written = File.GetLastWriteTimeUtc(copy);

        await Sandbox.NewCatalog().ScanAsync(CancellationToken.None);

        Assert.That(File.GetLastWriteTimeUtc(copy), Is.EqualTo(written));
    }

    [Test]
    public async Task Hosts_that_stage_the_same_plugin_at_once_do_not_disturb_each_other()
    {
        Sandbox.DropFolder("NeedsLibrary");
        var catalogs = Enumerable.Range(0, 16).Select(_ => Sandbox.NewCatalog()).ToArray();

        await Task.WhenAll(catalogs.Select(catalog => Task.Run(() => catalog.ScanAsync(CancellationToken.None))));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(catalogs.Select(catalog => catalog.All[0].State), Is.All.EqualTo(PluginState.Available));
            Assert.That(Directory.GetDirectories(Path.Combine(Sandbox.Data, "plugins")), Has.Length.EqualTo(1));
        }
    }

    [Test]
    public async Task Leftovers_of_interrupted_runs_go_and_fresh_ones_stay()
    {
        var staged = Directory.CreateDirectory(Path.Combine(Sandbox.Data, "plugins"));
        var old = staged.CreateSubdirectory(".tmp-old");
        var fresh = staged.CreateSubdirectory(".tmp-fresh");
        old.LastWriteTimeUtc = Sandbox.Time.GetUtcNow().UtcDateTime.AddHours(-2);
        fresh.LastWriteTimeUtc = Sandbox.Time.GetUtcNow().UtcDateTime.AddMinutes(-1);

        await Sandbox.ScanAsync();

        Assert.That(staged.GetDirectories().Select(folder => folder.Name), Is.EqualTo([".tmp-fresh"]));
    }

    [Test]
    public async Task Copies_that_nobody_needs_go_when_they_are_old()
    {
        var staged = Directory.CreateDirectory(Path.Combine(Sandbox.Data, "plugins"));
        var old = staged.CreateSubdirectory(new string('a', 64));
        var young = staged.CreateSubdirectory(new string('b', 64));
        var other = staged.CreateSubdirectory("not-a-copy");
        Sandbox.DropDll("Good");
        var used = new FileInfo((await Sandbox.ScanOneAsync()).StagedAssembly!).Directory!;
        foreach (var folder in (DirectoryInfo[])[old, other, used])
        {
            folder.LastWriteTimeUtc = Sandbox.Time.GetUtcNow().UtcDateTime.AddHours(-2);
        }

        Sandbox.Catalog.RemoveUnusedCopies();

        Assert.That(
            staged.GetDirectories().Select(folder => folder.Name),
            Is.EquivalentTo([young.Name, other.Name, used.Name]));
    }
}
