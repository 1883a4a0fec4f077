using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class FileListTests : SandboxedTests
{
    private string folder = null!;

    [SetUp]
    public void DropGoodPlugin()
    {
        folder = Sandbox.DropFolder("NeedsLibrary");
        PluginSandbox.WriteFileList(folder, "needs-library", "NeedsLibrary.dll");
    }

    [Test]
    public async Task A_plugin_whose_files_are_as_listed_is_available()
    {
        var plugin = await Sandbox.ScanOneAsync();

        Assert.That(plugin.State, Is.EqualTo(PluginState.Available), string.Join('\n', plugin.Problems));
    }

    [Test]
    public async Task A_listed_file_that_is_missing_is_named()
    {
        File.Delete(Path.Combine(folder, "Library.dll"));

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "FILE_MISSING", "Library.dll");
    }

    [Test]
    public async Task A_changed_file_is_named()
    {
        await File.AppendAllTextAsync(Path.Combine(folder, "NeedsLibrary.deps.json"), " ");

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "FILE_MODIFIED", "NeedsLibrary.deps.json");
    }

    [Test]
    public async Task A_dll_that_is_not_listed_is_named()
    {
        File.Copy(PluginSandbox.Built("OtherDll"), Path.Combine(folder, "Extra.dll"));

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "FILE_UNLISTED", "Extra.dll");
    }

    [TestCase("other", "1.0.0", "needs-library")]
    [TestCase("needs-library", "9.9.9", "9.9.9")]
    public async Task An_id_or_version_that_differs_from_the_dlls_is_rejected(string id, string version, string culprit)
    {
        File.Delete(Path.Combine(folder, "plugin.json"));
        PluginSandbox.WriteFileList(folder, id, "NeedsLibrary.dll", version);

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "PLUGIN_JSON_MISMATCH", culprit);
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"files":[{}]}""")]
    [TestCase("""{"files":["a"]}""")]
    public async Task A_list_that_is_none_is_rejected(string json)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "plugin.json"), json);

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "PLUGIN_JSON_INVALID", "plugin.json");
    }
}
