using System.Text.Json;
using Connector.Host.Commands;

namespace Connector.Host.Tests.Commands;

internal sealed class PluginsCommandTests
{
    private static readonly string Bundled = Path.Combine(AppContext.BaseDirectory, "plugins", "sandbox");

    private TempFolder folder;

    [SetUp]
    public void CreateFolder() => folder = new TempFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("plugins", "add", "nowhere.connector.zip")]
    [TestCase("plugins", "rollback", "nope")]
    [TestCase("plugins", "remove", "nope")]
    [TestCase("plugins", "remove", "sandbox")]
    public async Task A_refused_change_exits_with_1_and_says_what_to_do(params string[] arguments)
    {
        var people = await HostProcess.RunAsync(folder.Path, arguments);
        var programs = await HostProcess.RunAsync(folder.Path, [.. arguments, "--json"]);

        Assert.That((people.ExitCode, programs.ExitCode), Is.EqualTo((ExitCode.Negative, ExitCode.Negative)));
        Assert.That(
            people.Output, Does.Contain("Cause: ").And.Contain("Fix:   ").And.Contain("Nothing has been changed."));
        var plugin = JsonElement.Parse(programs.Output);
        Assert.That(
            new[] { plugin.Text("code"), plugin.Text("cause"), plugin.Text("fix") }, Is.All.Not.Null.And.All.Not.Empty);
    }

    [TestCase("plugins", "lock", "nope")]
    [TestCase("plugins", "sign", "nowhere", "--key", "nowhere.pem")]
    public async Task A_refusal_names_what_is_missing(params string[] arguments)
    {
        var result = await HostProcess.RunAsync(folder.Path, arguments);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative));
        Assert.That(result.Errors, Does.Contain(arguments[2]).Or.Contain("nowhere.pem"));
    }

    [Test]
    public async Task What_is_not_locked_does_not_pass_where_it_must_be()
    {
        Copy(Bundled, folder.At("plugins/sandbox"));
        string[] locked = ["plugins", "verify", "--json", "--ConnectorHost:Plugins:Integrity=Locked"];

        var before = await HostProcess.RunAsync(folder.Path, locked);
        var locking = await HostProcess.RunAsync(folder.Path, "plugins", "lock", "--json");
        var after = await HostProcess.RunAsync(folder.Path, locked);

        Assert.That((before.ExitCode, after.ExitCode), Is.EqualTo((ExitCode.Negative, ExitCode.Ok)), after.Output);
        var entry = JsonElement.Parse(locking.Output).EnumerateArray().Single();
        Assert.That((entry.Text("id"), entry.Text("change")), Is.EqualTo(("sandbox", "added")));
    }

    [Test]
    public async Task A_locked_plugin_that_is_missing_does_not_pass()
    {
        Copy(Bundled, folder.At("plugins/sandbox"));
        await HostProcess.RunAsync(folder.Path, "plugins", "lock");
        var path = folder.At("plugins.lock.json");
        var content = File.ReadAllText(path);
        File.WriteAllText(path, content.Replace("\"sandbox\"", "\"acme-sms\"", StringComparison.Ordinal));

        var result = await HostProcess.RunAsync(folder.Path, "plugins", "verify");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative), result.Output);
        Assert.That(result.Errors, Does.Contain("acme-sms").And.Contain("plugins remove acme-sms"));
    }

    [Test]
    public async Task A_plugin_is_signed_added_and_removed()
    {
        var source = folder.At("source");
        Copy(Bundled, source);
        var key = JsonElement.Parse((await HostProcess.RunAsync(
            folder.Path, "plugins", "keygen", "acme.pem", "--json")).Output).Text("publicKey");
        string[] settings =
            [$"--ConnectorHost:Plugins:TrustedKeys:acme={key}", "--ConnectorHost:Plugins:Integrity=Signed"];

        var unsigned = await HostProcess.RunAsync(folder.Path, ["plugins", "add", source, "--json", .. settings]);
        var signing = await HostProcess.RunAsync(folder.Path, "plugins", "sign", source, "--key", "acme.pem");
        var added = await HostProcess.RunAsync(folder.Path, ["plugins", "add", source, "--json", .. settings]);
        var listed = await HostProcess.RunAsync(folder.Path, ["plugins", "show", "sandbox", "--json", .. settings]);
        var removed = await HostProcess.RunAsync(folder.Path, "plugins", "remove", "sandbox");

        Assert.That(JsonElement.Parse(unsigned.Output).Text("code"), Is.EqualTo("PLUGIN_UNSIGNED"));
        Assert.That(signing.ExitCode, Is.EqualTo(ExitCode.Ok), signing.Errors);
        Assert.That(JsonElement.Parse(added.Output).Text("path"), Is.EqualTo(folder.At("plugins/sandbox")));
        var plugin = JsonElement.Parse(listed.Output);
        Assert.That((plugin.Text("state"), plugin.Text("signedBy")), Is.EqualTo(("active", "acme")));
        Assert.That(removed.ExitCode, Is.EqualTo(ExitCode.Ok), removed.Errors);
        Assert.That(Directory.EnumerateFileSystemEntries(folder.At("plugins")), Is.Empty);
    }

    [Test]
    public async Task A_private_key_is_its_owners_only_and_is_never_overwritten()
    {
        var path = folder.At("acme.pem");
        await HostProcess.RunAsync(folder.Path, "plugins", "keygen", path);
        var key = File.ReadAllText(path);

        var again = await HostProcess.RunAsync(folder.Path, "plugins", "keygen", path);

        Assert.That(again.ExitCode, Is.EqualTo(ExitCode.Negative));
        Assert.That(File.ReadAllText(path), Is.EqualTo(key));
        Assert.That(again.Output + again.Errors, Does.Not.Contain("PRIVATE"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Test]
    public async Task Checking_a_plugin_leaves_nothing_behind()
    {
        await HostProcess.RunAsync(folder.Path, "plugins", "verify", Bundled);

        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty);
    }

    [TestCase("add")]
    [TestCase("rollback")]
    [TestCase("remove")]
    [TestCase("lock")]
    [TestCase("sign")]
    [TestCase("keygen")]
    [TestCase("verify")]
    public async Task Help_ends_with_examples(string command)
    {
        var result = await HostProcess.RunAsync(folder.Path, "plugins", command, "--help");

        Assert.That(result.Output, Does.Match("Examples?:").And.Contain($"connector-host plugins {command}"));
    }

    private static void Copy(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }
}
