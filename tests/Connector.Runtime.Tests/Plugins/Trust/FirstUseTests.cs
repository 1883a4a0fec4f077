using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class FirstUseTests : SandboxedTests
{
    private string LockFile => Path.Combine(Sandbox.Root, "plugins.lock.json");

    [Test]
    public async Task The_same_version_with_other_bytes_never_runs()
    {
        var folder = Sandbox.DropFolder("Good");
        await Sandbox.ScanAsync();
        var loaded = await Sandbox.LoadAsync("good");
        await File.WriteAllTextAsync(Path.Combine(folder, "NOTICE"), "other bytes");

        var restarted = await RestartAsync();
        var plugin = restarted.Find("good")!;

        plugin.ShouldBe(PluginState.Untrusted, "PLUGIN_MODIFIED", folder, plugin.Hash!, loaded.Plugin.Hash!, LockFile);
        var failure = await PluginExpectations.FailureOfAsync(() => restarted.LoadAsync("good", CancellationToken.None));
        Assert.That(failure.Problem.Code, Is.EqualTo("PLUGIN_MODIFIED"));
    }

    private async Task<PluginCatalog> RestartAsync()
    {
        var catalog = Sandbox.NewCatalog();
        await catalog.ScanAsync(CancellationToken.None);
        return catalog;
    }
}
