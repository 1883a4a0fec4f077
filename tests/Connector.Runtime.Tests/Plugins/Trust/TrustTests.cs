using System.Text.Json;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

/// <summary>Gives each test a host's folders, in a mode of its choice, that may start again and again.</summary>
public abstract class TrustTests
{
    private PluginSandbox? sandbox;

    private protected PluginSandbox Sandbox => sandbox ?? throw new InvalidOperationException("Not set up.");

    private protected string LockFile => Path.Combine(Sandbox.Root, "plugins.lock.json");

    private protected IEnumerable<string> Log => Sandbox.Log.Collector.GetSnapshot().Select(record => record.Message);

    [SetUp]
    public void CreateSandbox() => sandbox = new PluginSandbox();

    [TearDown]
    public void DeleteSandbox() => sandbox?.Dispose();

    /// <summary>A host as after a restart, which has looked at its plugins.</summary>
    private protected async Task<PluginCatalog> StartAsync(PluginIntegrity integrity = PluginIntegrity.FirstUse)
    {
        Sandbox.Options.Integrity = integrity;
        var catalog = Sandbox.NewCatalog();
        await catalog.ScanAsync(CancellationToken.None);
        return catalog;
    }

    /// <summary>Starts a host that uses the plugin, as an enabled connector makes it do.</summary>
    private protected async Task<LoadedPlugin> UseAsync(
        string id = "good", PluginIntegrity integrity = PluginIntegrity.FirstUse)
    {
        var catalog = await StartAsync(integrity);
        return await catalog.LoadAsync(id, CancellationToken.None);
    }

    private protected async Task<InstalledPlugin> LookAsync(PluginIntegrity integrity = PluginIntegrity.FirstUse) =>
        (await StartAsync(integrity)).Find("good")!;

    private protected PluginInstaller NewInstaller() => new(
        Sandbox.Options,
        Sandbox.Root,
        Sandbox.Data,
        Sandbox.Time,
        new Microsoft.Extensions.Logging.Testing.FakeLogger<PluginInstaller>(Sandbox.Log.Collector));

    /// <summary>Drops a version of the good plugin, over another if there is one.</summary>
    private protected string DropGood(string version = "1.0.0")
    {
        var folder = Sandbox.DropFolder("Good");
        PluginVersion.Set(Path.Combine(folder, "Good.dll"), version);
        return folder;
    }

    /// <summary>The same files and one more.</summary>
    private protected static void Tamper(string folder) =>
        File.WriteAllText(Path.Combine(folder, "NOTICE"), "other bytes");

    /// <summary>The versions that the lock file knows of a plugin, the named one first.</summary>
    private protected string[] LockedVersions(string id = "good")
    {
        var entry = JsonElement.Parse(File.ReadAllText(LockFile)).GetProperty("plugins").GetProperty(id);
        var builds = entry.GetProperty("previous").EnumerateArray().Prepend(entry);
        return [.. builds.Select(build => build.GetProperty("version").GetString()!)];
    }
}
