using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Connector.Host.Tests.Commands;

namespace Connector.Host.Tests.Api;

/// <summary>
/// Every way in which a plugin can be bad, in one host: the operator reads state, code, cause and fix in the API and on
/// the command line, and the log tells it once. The good plugin among them serves.
/// </summary>
internal sealed class BadPluginTests
{
    private static readonly string OtherHash = $"sha256:{new string('0', 64)}";

    private static readonly BadPlugin[] All =
    [
        // Files that are no connector.
        new("text.dll", "rejected", "NOT_A_DLL", "text.dll", BadPlugin.File("this is no program"u8.ToArray())),
        new("empty.dll", "rejected", "NOT_A_DLL", "empty file", BadPlugin.File()),
        new("elf.dll", "rejected", "NOT_A_DLL", "Linux", BadPlugin.File([0x7F, .. "ELF"u8, .. new byte[60]])),
        new("half.dll", "rejected", "CORRUPT_DLL", "half.dll", BadPlugin.Dll("Moody", dll => dll[..(dll.Length / 2)])),
        new("other.dll", "rejected", "NOT_A_CONNECTOR", "other.dll", BadPlugin.Dll("OtherDll")),
        new("no-dll", "rejected", "NO_DLL", "no DLL", path => Directory.CreateDirectory(path)),
        new("slip.connector.zip", "rejected", "ZIP_UNSAFE", "evil.dll", Zip("../evil.dll")),
        new("cut.connector.zip", "rejected", "ZIP_INVALID", "can't be read", BadPlugin.File("PK"u8.ToArray())),
        new("flipped", "rejected", "FILE_MODIFIED", "Obliging.dll", BadPlugin.Folder("Obliging", FlipAfterListing)),

        // Connectors for another host.
        new("newer", "incompatible", "CONTRACT_TOO_NEW", "missing", BadPlugin.Folder("NewerContract")),
        new("older", "incompatible", "CONTRACT_TOO_OLD", "implement", BadPlugin.Folder("OlderContract")),
        new("future", "incompatible", "FRAMEWORK_MISMATCH", "v99.0", BadPlugin.Folder("FutureFramework")),
        new("processor", "incompatible", "ARCHITECTURE_MISMATCH", "OtherProcessor", BadPlugin.Folder("OtherProcessor")),
        new("needy.dll", "incompatible", "DEPENDENCY_MISSING", "Library", BadPlugin.Dll("NeedsLibrary")),

        // Connectors with a broken manifest or schema.
        new("bare", "rejected", "MANIFEST_MISSING", "connector.json", BadPlugin.Folder("ManifestMissing")),
        new("manifest", "rejected", "MANIFEST_INVALID", "connector.json", BadPlugin.Folder("ManifestInvalid")),
        new("entry", "rejected", "ENTRY_TYPE_MISSING", "TestPlugins.Renamed", BadPlugin.Folder("EntryTypeMissing")),
        new("schema", "rejected", "CONFIG_SCHEMA_INVALID", "config.schema.json", BadPlugin.Folder("SchemaBroken")),

        // Connectors that must not run.
        new("modified", "untrusted", "PLUGIN_MODIFIED", OtherHash, BadPlugin.Folder("Moody")),
        new("revoked", "untrusted", "PLUGIN_REVOKED", "It leaks codes.", BadPlugin.Folder("BorrowsLibrary")),

        // Connectors that fail when they are used.
        new("throws", "faulted", "ACTIVATION_FAILED", "construct", BadPlugin.Folder("CtorThrows"))
            { UsedId = "ctor-throws" },
        new("hangs", "faulted", "ACTIVATION_TIMEOUT", "1 s", BadPlugin.Folder("CtorHangs")) { UsedId = "ctor-hangs" },
        new("deps", "loadFailed", "LOAD_FAILED", "LogoBroken.dll", BadPlugin.Folder("LogoBroken", BreakDependencies))
            { UsedId = "logo-broken" },
    ];

    private TempFolder folder;
    private TestHost host;
    private JsonElement[] listedByApi;
    private JsonElement[] listedByCommand;

    [OneTimeSetUp]
    public async Task Start()
    {
        folder = new TempFolder();
        Directory.CreateDirectory(folder.At("plugins"));
        foreach (var plugin in All)
        {
            plugin.Make(folder.At($"plugins/{plugin.Drop}"));
        }

        BadPlugin.Folder("Good")(folder.At("plugins/good"));
        folder.Write("plugins.lock.json", $$"""
            { "lockVersion": 1,
              "plugins": { "moody": { "version": "1.0.0", "hash": "{{OtherHash}}", "previous": [] } } }
            """);
        folder.Write(
            "plugins.revoked.json", """{ "revoked": [ { "id": "borrows-library", "reason": "It leaks codes." } ] }""");
        folder.Write("appsettings.json", Settings());
        host = await TestHost.StartInAsync(folder);
        for (var i = 0; i < 3; i++)
        {
            using var sent = await host.Client.PostJsonAsync(
                "/api/v1/messages",
                """{ "to": "+14155550123", "usageType": "Generic", "payload": { "code": "123456" } }""");
            Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        }

        listedByApi = [.. (await host.Client.GetJsonAsync("/api/v1/plugins")).EnumerateArray()];
        var listed = await HostProcess.RunAsync(folder.Path, "plugins", "list", "--json");
        listedByCommand = [.. JsonElement.Parse(listed.Output).EnumerateArray()];
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    [TestCaseSource(nameof(All))]
    public void The_api_says_what_is_wrong_and_what_to_do(BadPlugin plugin) =>
        AssertTells(Entry(listedByApi, plugin), plugin);

    [TestCaseSource(nameof(All))]
    public void The_command_line_says_the_same(BadPlugin plugin)
    {
        var told = Entry(listedByCommand, plugin);

        AssertTells(told, plugin);
        foreach (var part in (string[])["id", "version", "hash", "state", "code", "cause", "fix"])
        {
            Assert.That(told.Text(part), Is.EqualTo(Entry(listedByApi, plugin).Text(part)), part);
        }
    }

    [TestCaseSource(nameof(All))]
    public void The_log_says_it_once(BadPlugin plugin)
    {
        var path = folder.At($"plugins/{plugin.Drop}");
        var cause = Entry(listedByApi, plugin).Text("cause")!;
        var told = host.Logs.GetSnapshot().Select(record => record.Message).Where(message =>
            message.Contains($"{plugin.Code}: {cause}", StringComparison.Ordinal)
            && (message.StartsWith($"Plugin {path} ", StringComparison.Ordinal)
                || message.StartsWith($"Plugin {plugin.UsedId} ", StringComparison.Ordinal)));

        Assert.That(told.Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_single_plugin_is_shown_with_all_of_it()
    {
        var shown = await HostProcess.RunAsync(folder.Path, "plugins", "show", "moody");

        Assert.That(shown.Output, Does.Contain("Untrusted").And.Contain("PLUGIN_MODIFIED")
            .And.Contain("Cause: ").And.Contain("Fix:   ").And.Contain("plugins lock moody"));
    }

    [Test]
    public void The_good_one_among_them_serves()
    {
        var good = listedByApi.Single(plugin => plugin.Text("id") == "good");

        Assert.That(good.Text("state"), Is.EqualTo("active"));
    }

    private static JsonElement Entry(JsonElement[] plugins, BadPlugin plugin) =>
        plugins.Single(entry => Path.GetFileName(entry.Text("path")) == plugin.Drop);

    private static void AssertTells(JsonElement told, BadPlugin plugin)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(told.Text("state"), Is.EqualTo(plugin.State), told.Text("cause"));
            Assert.That(told.Text("code"), Is.EqualTo(plugin.Code));
            Assert.That(told.Text("cause"), Does.Contain(plugin.Culprit));
            Assert.That(told.Text("fix"), Is.Not.Empty);
            Assert.That(told.GetRawText(), Does.Not.Contain("   at "), "no stack trace");
        }
    }

    private static string Settings()
    {
        var connectors = All.Where(plugin => plugin.UsedId is not null)
            .Select(plugin => $"\"{plugin.Drop}\": {{ \"Plugin\": \"{plugin.UsedId}\" }}")
            .Prepend("\"good\": { \"Plugin\": \"good\", \"Priority\": 9 }");
        return $$"""
            { "ConnectorHost": { "Plugins": { "ActivationTimeout": "00:00:01" },
                                 "Connectors": { {{string.Join(", ", connectors)}} } } }
            """;
    }

    private static Action<string> Zip(string entry) => path =>
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        using var content = archive.CreateEntry(entry).Open();
        content.Write("MZ"u8);
    };

    private static void FlipAfterListing(string folder)
    {
        var dll = Path.Combine(folder, "Obliging.dll");
        var content = File.ReadAllBytes(dll);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        File.WriteAllText(Path.Combine(folder, "plugin.json"), $$"""
            { "id": "obliging", "version": "1.0.0", "contract": "1.0.0", "assembly": "Obliging.dll",
              "files": [ { "path": "Obliging.dll", "sha256": "{{hash}}" } ] }
            """);
        content[^1] ^= 1;
        File.WriteAllBytes(dll, content);
    }

    private static void BreakDependencies(string folder) =>
        File.WriteAllText(Path.Combine(folder, "LogoBroken.deps.json"), "{ not json", Encoding.UTF8);
}
