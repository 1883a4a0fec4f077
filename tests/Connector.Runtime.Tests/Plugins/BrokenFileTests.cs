using System.Text;
using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class BrokenFileTests : SandboxedTests
{
    [TestCase("", "an empty file")]
    [TestCase("<html>Sign in to download</html>", "neither a .NET nor a native DLL")]
    [TestCase("\u007FELF\u0002\u0001\u0001", "ELF")]
    [TestCase("PK\u0003\u0004", "a zip archive")]
    public async Task What_is_no_dll_is_rejected_saying_what_it_is(string content, string kind)
    {
        Sandbox.DropFile("acme.dll", Encoding.Latin1.GetBytes(content));

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "NOT_A_DLL", "acme.dll", kind);
    }

    [Test]
    public async Task What_is_no_dll_is_rejected_inside_a_folder_too()
    {
        Sandbox.DropFile("acme/acme.dll", "text"u8.ToArray());

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "NOT_A_DLL", "acme.dll");
    }

    [Test]
    public async Task A_native_dll_is_rejected()
    {
        Sandbox.DropFile("acme.dll", NativeDll.Create());

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "NATIVE_DLL", "acme.dll");
    }

    [TestCase(0.1)]
    [TestCase(0.5)]
    [TestCase(0.99)]
    public async Task A_truncated_dll_is_rejected(double kept)
    {
        var whole = await File.ReadAllBytesAsync(PluginSandbox.Built("Good"));
        Sandbox.DropFile("good.dll", whole[..(int)(whole.Length * kept)]);

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "CORRUPT_DLL", "good.dll");
    }

    [Test]
    public async Task A_dll_with_damaged_metadata_is_rejected()
    {
        var content = await File.ReadAllBytesAsync(PluginSandbox.Built("Good"));
        var metadata = content.AsSpan().IndexOf("BSJB"u8);
        content.AsSpan(metadata + 0x10, 0x200).Fill(0xFF);
        Sandbox.DropFile("good.dll", content);

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "CORRUPT_DLL", "good.dll");
    }

    [Test]
    public async Task A_damaged_library_beside_the_connector_is_named()
    {
        var folder = Sandbox.DropFolder("NeedsLibrary");
        var library = Path.Combine(folder, "Library.dll");
        await File.WriteAllBytesAsync(library, (await File.ReadAllBytesAsync(library))[..600]);

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "CORRUPT_DLL", "Library.dll");
    }

    [Test]
    public async Task No_byte_that_is_flipped_anywhere_in_a_dll_stops_the_scan()
    {
        var content = await File.ReadAllBytesAsync(PluginSandbox.Built("Good"));
        const int Step = 61;
        for (var at = 0; at < content.Length; at += Step)
        {
            content[at] ^= 0xFF;
            Sandbox.DropFile("good.dll", content);
            content[at] ^= 0xFF;

            Assert.That(await Sandbox.ScanAsync(), Has.Count.EqualTo(1), $"byte {at}");
        }
    }

    [Test]
    public async Task Another_dotnet_dll_is_rejected()
    {
        Sandbox.DropDll("OtherDll");

        (await Sandbox.ScanOneAsync()).ShouldBe(
            PluginState.Rejected, "NOT_A_CONNECTOR", "OtherDll", "Connector.Abstractions");
    }

    [Test]
    public async Task A_reference_assembly_is_rejected()
    {
        Sandbox.DropFile("good.dll", await File.ReadAllBytesAsync(PluginSandbox.Built("Reference", "Good.dll")));

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "REFERENCE_ASSEMBLY", "good.dll");
    }

    [Test]
    public async Task A_folder_without_a_dll_is_rejected()
    {
        Sandbox.DropFile("acme/README.md", "# Acme"u8.ToArray());

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "NO_DLL");
    }

    [Test]
    public async Task A_folder_of_libraries_is_rejected_naming_them()
    {
        var folder = Sandbox.DropFolder("Library");
        File.Copy(PluginSandbox.Built("OtherDll"), Path.Combine(folder, "OtherDll.dll"));
        File.Delete(Path.Combine(folder, "Library.deps.json"));

        (await Sandbox.ScanOneAsync()).ShouldBe(
            PluginState.Rejected, "NO_CONNECTOR_DLL", "Library.dll", "OtherDll.dll");
    }

    [Test]
    public async Task A_folder_with_two_connectors_is_rejected_naming_both()
    {
        var folder = Sandbox.DropFolder("Good");
        File.Copy(PluginSandbox.Built("Moody"), Path.Combine(folder, "Moody.dll"));

        (await Sandbox.ScanOneAsync()).ShouldBe(
            PluginState.Rejected, "SEVERAL_CONNECTOR_DLLS", "Good.dll", "Moody.dll");
    }
}
