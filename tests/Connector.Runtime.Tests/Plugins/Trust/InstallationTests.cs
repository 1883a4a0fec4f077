using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

/// <summary>Adds and rolls back versions of one plugin.</summary>
public abstract class InstallationTests : TrustTests
{
    private protected string Source => Path.Combine(Sandbox.Root, "source");

    private protected void CopyGood(string version = "1.0.0") =>
        PluginVersion.Set(Path.Combine(PluginSandbox.CopyFolder("Good", Source), "Good.dll"), version);

    private protected Task<InstalledPlugin> AddAsync() =>
        NewInstaller().AddAsync(Source, hash: null, CancellationToken.None);

    private protected Task<InstalledPlugin> RollBackAsync(string? version = null) =>
        NewInstaller().RollBackAsync("good", version, CancellationToken.None);

    private protected async Task<InstalledPlugin> UpgradeAsync()
    {
        CopyGood();
        var old = await AddAsync();
        CopyGood("1.1.0");
        await AddAsync();
        return old;
    }
}
