namespace Connector.Runtime.Tests.Plugins;

/// <summary>Gives each test folders of its own.</summary>
public abstract class SandboxedTests
{
    private PluginSandbox? sandbox;

    private protected PluginSandbox Sandbox => sandbox ?? throw new InvalidOperationException("Not set up.");

    [SetUp]
    public void CreateSandbox() => sandbox = new PluginSandbox();

    [TearDown]
    public void DeleteSandbox() => sandbox?.Dispose();
}
