using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class IncompatiblePluginTests : SandboxedTests
{
    [Test]
    public async Task A_plugin_for_a_newer_contract_is_refused_naming_the_missing_member()
    {
        Sandbox.DropFolder("NewerContract");

        (await Sandbox.ScanOneAsync()).ShouldBe(
            PluginState.Incompatible, "CONTRACT_TOO_NEW", "1.7.0", "missing member ConnectorContext.get_HostStarted()");
    }

    [Test]
    public async Task A_plugin_for_the_next_major_contract_is_refused_even_if_it_ships_it()
    {
        var folder = Sandbox.DropFolder("NextMajorContract");
        File.Copy(
            PluginSandbox.Built("ContractNextMajor", "Connector.Abstractions.dll"),
            Path.Combine(folder, "Connector.Abstractions.dll"));

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Incompatible, "CONTRACT_TOO_NEW", "2.0.0", "1.0.0");
    }

    [Test]
    public async Task A_plugin_for_an_older_contract_is_refused_naming_the_member_it_lacks()
    {
        Sandbox.DropFolder("OlderContract");

        (await Sandbox.ScanOneAsync()).ShouldBe(
            PluginState.Incompatible,
            "CONTRACT_TOO_OLD",
            "EntryPlugin does not implement ISmsConnectorPlugin.CreateAsync(ConnectorContext,CancellationToken)");
    }

    [Test]
    public async Task A_plugin_for_a_newer_framework_is_refused()
    {
        Sandbox.DropFolder("FutureFramework");

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Incompatible, "FRAMEWORK_MISMATCH", "v99.0");
    }

    [Test]
    public async Task A_plugin_for_another_processor_is_refused()
    {
        Sandbox.DropFolder("OtherProcessor");

        (await Sandbox.ScanOneAsync()).ShouldBe(
            PluginState.Incompatible, "ARCHITECTURE_MISMATCH", "OtherProcessor.dll");
    }

    [Test]
    public async Task A_missing_dependency_is_named_with_who_needs_it()
    {
        var folder = Sandbox.DropFolder("NeedsLibrary");
        File.Delete(Path.Combine(folder, "Library.dll"));

        (await Sandbox.ScanOneAsync()).ShouldBe(
            PluginState.Incompatible, "DEPENDENCY_MISSING", "Library 1.0.0.0", "NeedsLibrary.dll");
    }

    [Test]
    public async Task A_missing_dependency_of_a_bare_dll_is_named_too()
    {
        Sandbox.DropDll("NeedsLibrary");

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Incompatible, "DEPENDENCY_MISSING", "Library");
    }

    [Test]
    public async Task A_dependency_that_only_the_host_happens_to_have_is_a_warning()
    {
        Sandbox.DropFolder("BorrowsLibrary");

        (await Sandbox.ScanOneAsync()).ShouldServeWithWarning(
            "DEPENDENCY_BORROWED", "PhoneNumbers", "BorrowsLibrary.dll");
    }

    [Test]
    public async Task A_shipped_copy_of_the_contract_is_a_warning_and_not_used()
    {
        var folder = Sandbox.DropFolder("Good");
        File.Copy(
            typeof(Connector.Abstractions.ISmsConnector).Assembly.Location,
            Path.Combine(folder, "Connector.Abstractions.dll"));

        (await Sandbox.ScanOneAsync()).ShouldServeWithWarning("CONTRACT_COPY_SHIPPED", "Connector.Abstractions.dll");
        Assert.That(await Sandbox.LoadAsync("good"), Is.Not.Null);
    }

    [Test]
    public async Task A_private_copy_of_the_contract_in_memory_is_a_hard_failure()
    {
        var folder = Sandbox.DropFolder("PrivateContract");
        File.Copy(
            PluginSandbox.Built("ContractNextMajor", "Connector.Abstractions.dll"),
            Path.Combine(folder, "Connector.Abstractions.dll"));
        await Sandbox.ScanAsync();

        await PluginExpectations.FailureOfAsync(
            () => Sandbox.LoadAsync("private-contract"));

        Sandbox.Catalog.Find("private-contract")!.ShouldBe(
            PluginState.LoadFailed, "PRIVATE_SHARED_ASSEMBLY", "Connector.Abstractions 2.0.0.0", "1.0.0.0");
    }
}
