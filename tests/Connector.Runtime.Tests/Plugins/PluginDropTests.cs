using Connector.Runtime.Plugins;

namespace Connector.Runtime.Tests.Plugins;

public sealed class PluginDropTests : SandboxedTests
{
    [Test]
    public async Task Everything_a_host_shows_is_read_without_loading_the_plugin()
    {
        var folder = Sandbox.DropFolder("Good");

        var plugin = await Sandbox.ScanOneAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plugin.State, Is.EqualTo(PluginState.Available));
            Assert.That(plugin.Problems, Is.Empty);
            Assert.That(plugin.Id, Is.EqualTo("good"));
            Assert.That(plugin.Version, Is.EqualTo("1.0.0"));
            Assert.That(plugin.Path, Is.EqualTo(folder));
            Assert.That(plugin.Hash, Does.Match("^sha256:[0-9a-f]{64}$"));
            Assert.That(plugin.Manifest!.Name.Localize("es-AR"), Is.EqualTo("good en español"));
            Assert.That(plugin.Logo!.MediaType, Is.EqualTo("image/svg+xml"));
            Assert.That(plugin.Readme("es"), Does.StartWith("# Guía"));
            Assert.That(plugin.Readme("de"), Does.StartWith("# Guide"));
            Assert.That(plugin.ConfigSchemaJson, Does.Contain("writeOnly"));
            var loaded = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.Location);
            Assert.That(loaded, Has.None.StartsWith(Sandbox.Root));
        }
    }

    [Test]
    public async Task The_same_files_have_the_same_hash_as_a_folder_and_as_a_zip()
    {
        var folder = Sandbox.DropFolder("Good");
        var zip = TestZip.OfFolder(folder);
        var hashOfFolder = (await Sandbox.ScanOneAsync()).Hash;
        Directory.Delete(folder, recursive: true);
        Sandbox.DropFile("good-1.0.0.connector.zip", zip);

        var plugin = await Sandbox.ScanOneAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plugin.State, Is.EqualTo(PluginState.Available));
            Assert.That(plugin.Hash, Is.EqualTo(hashOfFolder));
        }
    }

    [Test]
    public async Task A_bare_dll_takes_the_libraries_it_needs_along_and_they_are_not_listed()
    {
        Sandbox.DropDll("NeedsLibrary");
        Sandbox.DropDll("Library");

        var plugin = await Sandbox.ScanOneAsync();
        await Sandbox.LoadAsync("needs-library");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plugin.Id, Is.EqualTo("needs-library"));
            Assert.That(File.Exists(Path.Combine(Path.GetDirectoryName(plugin.StagedAssembly)!, "Library.dll")));
        }
    }

    [Test]
    public async Task Bare_dlls_side_by_side_are_plugins_of_their_own()
    {
        Sandbox.DropDll("Good");
        Sandbox.DropDll("Moody");

        var all = await Sandbox.ScanAsync();

        Assert.That(all.Select(plugin => (plugin.Id, plugin.State)), Is.EqualTo(
            [("good", PluginState.Available), ("moody", PluginState.Available)]));
    }

    [Test]
    public async Task Hidden_and_other_files_are_ignored()
    {
        Sandbox.DropDll("Good");
        Sandbox.DropFile(".hidden.dll", "text"u8.ToArray());
        Sandbox.DropFile(".git/config.dll", "text"u8.ToArray());
        Sandbox.DropFile("README.txt", "text"u8.ToArray());
        Sandbox.DropFile("plain.zip", "text"u8.ToArray());

        Assert.That((await Sandbox.ScanOneAsync()).Id, Is.EqualTo("good"));
    }

    [Test]
    public async Task A_linked_folder_is_a_plugin_under_the_name_of_the_link()
    {
        var target = PluginSandbox.CopyFolder("Good", Path.Combine(Sandbox.Root, "elsewhere"));
        var link = Path.Combine(Sandbox.Drop, "good");
        Directory.CreateSymbolicLink(link, target);

        var plugin = await Sandbox.ScanOneAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plugin.State, Is.EqualTo(PluginState.Available));
            Assert.That(plugin.Path, Is.EqualTo(link));
        }
    }

    [Test]
    public async Task A_link_that_leads_to_itself_is_rejected_and_the_others_serve()
    {
        Sandbox.DropFolder("Good");
        Directory.CreateSymbolicLink(Path.Combine(Sandbox.Drop, "loop"), Path.Combine(Sandbox.Drop, "loop"));

        var all = await Sandbox.ScanAsync();

        Assert.That(all, Has.Count.EqualTo(2));
        Assert.That(all[0].State, Is.EqualTo(PluginState.Available));
        all[1].ShouldBe(PluginState.Rejected, "PLUGIN_UNREADABLE", "loop");
    }

    [Test]
    public async Task A_link_inside_a_plugin_that_leads_back_to_it_is_rejected()
    {
        var folder = Sandbox.DropFolder("Good");
        Directory.CreateSymbolicLink(Path.Combine(folder, "again"), folder);

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "PLUGIN_TOO_LARGE", "again/again");
    }

    [Test]
    public async Task Hidden_files_count_neither_in_a_folder_nor_in_a_zip()
    {
        var folder = Sandbox.DropFolder("Good");
        var hash = (await Sandbox.ScanOneAsync()).Hash;
        await File.WriteAllTextAsync(Path.Combine(folder, ".DS_Store"), "of a desktop");
        var zip = TestZip.OfFolder(folder);
        var inFolder = (await Sandbox.ScanOneAsync()).Hash;
        Directory.Delete(folder, recursive: true);
        Sandbox.DropFile("good.connector.zip", zip);

        Assert.That(new[] { inFolder, (await Sandbox.ScanOneAsync()).Hash }, Is.All.EqualTo(hash));
    }

    [TestCase("secret", "../../secret")]
    [TestCase("secret", "../Good/sub/../../../secret")]
    [TestCase("folder", "../../elsewhere")]
    public async Task A_link_inside_a_plugin_that_leads_out_of_it_is_refused(string name, string target)
    {
        var folder = Sandbox.DropFolder("Good");
        Directory.CreateDirectory(Path.Combine(folder, "sub"));
        await File.WriteAllTextAsync(Path.Combine(Sandbox.Root, "secret"), "of this machine");
        Directory.CreateDirectory(Path.Combine(Sandbox.Root, "elsewhere"));
        var link = Path.Combine(folder, name);
        File.CreateSymbolicLink(link, target);

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "LINK_ESCAPES", link, target);
    }

    [Test]
    public async Task A_link_that_reaches_outside_through_another_link_is_refused()
    {
        var folder = Sandbox.DropFolder("Good");
        await File.WriteAllTextAsync(Path.Combine(Sandbox.Root, "secret"), "of this machine");
        Directory.CreateSymbolicLink(Path.Combine(folder, ".up"), Sandbox.Root);
        File.CreateSymbolicLink(Path.Combine(folder, "secret"), Path.Combine(".up", "secret"));

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "LINK_ESCAPES", "secret");
    }

    [Test]
    public async Task Links_within_a_plugin_are_followed_as_volumes_of_Kubernetes_have_them()
    {
        var versioned = Path.Combine(PluginSandbox.CopyFolder("Good", Path.Combine(Sandbox.Drop, "good", "..2026_01")));
        var folder = Path.GetDirectoryName(versioned)!;
        Directory.CreateSymbolicLink(Path.Combine(folder, "..data"), "..2026_01");
        foreach (var file in Directory.EnumerateFiles(versioned))
        {
            var name = Path.GetFileName(file);
            File.CreateSymbolicLink(Path.Combine(folder, name), Path.Combine("..data", name));
        }

        Assert.That((await Sandbox.ScanOneAsync()).State, Is.EqualTo(PluginState.Available));
    }

    [TestCase("../evil.dll")]
    [TestCase("/etc/evil.dll")]
    [TestCase("a/../../evil.dll")]
    [TestCase("..\\evil.dll")]
    [TestCase("C:evil.dll")]
    public async Task A_zip_that_reaches_outside_is_refused(string entry)
    {
        Sandbox.DropFile("acme.connector.zip", TestZip.Of((entry, "MZ"u8.ToArray(), 0)));

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "ZIP_UNSAFE", "evil.dll");
    }

    [Test]
    public async Task A_zip_that_holds_a_link_is_refused()
    {
        const int SymbolicLink = unchecked((int)0xA1FF0000);
        Sandbox.DropFile("acme.connector.zip", TestZip.Of(("link.dll", "/etc/passwd"u8.ToArray(), SymbolicLink)));

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "ZIP_UNSAFE", "link.dll");
    }

    [Test]
    public async Task A_zip_that_announces_an_absurd_size_is_refused_before_it_is_unpacked()
    {
        Sandbox.DropFile("acme.connector.zip", TestZip.Announcing(0x7FFFFFFF));

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "PLUGIN_TOO_LARGE", "512 MiB");
    }

    [Test]
    public async Task A_zip_is_never_unpacked_beyond_what_it_announces()
    {
        Sandbox.DropFile("acme.connector.zip", TestZip.Announcing(0));

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "NOT_A_DLL", "an empty file");
    }

    [Test]
    public async Task Half_a_zip_is_rejected()
    {
        var zip = TestZip.OfFolder(Sandbox.DropFolder("Good"));
        Directory.Delete(Path.Combine(Sandbox.Drop, "Good"), recursive: true);
        Sandbox.DropFile("good.connector.zip", zip[..(zip.Length / 2)]);

        (await Sandbox.ScanOneAsync()).ShouldBe(PluginState.Rejected, "ZIP_INVALID");
    }
}
