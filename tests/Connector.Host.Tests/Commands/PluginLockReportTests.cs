using Connector.Host.Commands;
using Connector.Host.Tests.Isolation;

namespace Connector.Host.Tests.Commands;

/// <summary>What the commands tell of the lock file, and of the connectors that a plugin sends for.</summary>
internal sealed class PluginLockReportTests
{
    private const string Doctor = "doctor";
    private static readonly string Bundled = Path.Combine(AppContext.BaseDirectory, "plugins", "sandbox");

    private TempFolder folder;

    [SetUp]
    public void CreateFolder() => folder = new TempFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task The_doctor_names_what_the_lock_file_names_and_is_not_there()
    {
        await LockSandboxAsync();
        Replace("\"sandbox\"", "\"acme-sms\"");

        var result = await RunAsync(Doctor);

        Assert.That(result.Output, Does.Contain("! Lock file: ").And.Contain("acme-sms is not installed"));
        Assert.That(result.Output, Does.Contain("(Integrity FirstUse) names acme-sms"));
    }

    [Test]
    public async Task The_doctor_names_another_build_than_the_lock_file_names()
    {
        await LockSandboxAsync();
        File.WriteAllText(folder.At("plugins/sandbox/NOTICE"), "other bytes");

        var result = await RunAsync(Doctor);

        Assert.That(result.Output, Does.Contain("! Lock file: ").And.Contain("sandbox is installed in another build"));
        Assert.That(result.Output, Does.Contain("plugins rollback").And.Contain("plugins lock"));
    }

    [Test]
    public async Task The_doctor_tells_of_a_lock_file_that_cannot_be_read()
    {
        folder.Write("plugins.lock.json", "{ half a fi");

        var result = await RunAsync(Doctor);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative));
        Assert.That(result.Output, Does.Contain("✗ Lock file: LOCK_FILE_INVALID").And.Contain("Fix:"));
    }

    [TestCase("Off", "! Lock file: Integrity is Off")]
    [TestCase("FirstUse", "✓ Lock file: there is none at ")]
    [TestCase("Locked", "! Lock file: there is none at ")]
    public async Task The_doctor_says_what_the_mode_means(string mode, string finding)
    {
        var result = await RunAsync(Doctor, $"--ConnectorHost:Plugins:Integrity={mode}");

        Assert.That(result.Output, Does.Contain(finding));
    }

    [Test]
    public async Task The_doctor_is_content_with_a_lock_file_that_fits()
    {
        await LockSandboxAsync();

        var result = await RunAsync(Doctor);

        Assert.That(result.Output, Does.Contain("✓ Lock file: ").And.Contain("(Integrity FirstUse) names sandbox"));
    }

    [Test]
    public async Task Removing_a_plugin_names_the_connectors_that_stop_stored_ones_too()
    {
        IsolatedHost.Drop(folder.At("plugins"));
        string[] settings =
        [
            "--ConnectorHost:Connectors:chaos:Plugin=chaos-connector",
            "--ConnectorHost:Connectors:idle:Plugin=chaos-connector",
            "--ConnectorHost:Connectors:idle:Enabled=false",
        ];
        await using var host = await TestHost.StartInAsync(folder, settings);
        using var response = await host.Client.PostJsonAsync(
            "/api/v1/connectors", """{"name":"kept","plugin":"chaos-connector","config":{"fault":"none"}}""");

        var result = await RunAsync(["plugins", "remove", "chaos-connector", .. settings]);

        Assert.That(response.IsSuccessStatusCode, Is.True, await response.Content.ReadAsStringAsync());
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Ok), result.Errors);
        Assert.That(result.Output, Does.Contain("Connectors that stop: chaos, kept."));
    }

    [Test]
    public async Task Removing_what_replaces_a_plugin_of_the_host_names_the_connectors_that_go_back_to_it()
    {
        DropSandbox();

        var result = await RunAsync("plugins", "remove", "sandbox");

        Assert.That(result.Output, Does.Match(@"go over to version \S+, which comes with the host: sandbox\."));
    }

    [Test]
    public async Task Removing_a_plugin_that_nothing_needs_says_so()
    {
        DropSandbox();

        var result = await RunAsync("plugins", "remove", "sandbox", "--ConnectorHost:Connectors:sandbox:Enabled=false");

        Assert.That(result.Output, Does.Contain("No connector needs it."));
    }

    [TestCase("Process", true)]
    [TestCase("None", false)]
    public async Task Connectors_are_listed_with_their_isolation_where_one_has_any(string isolation, bool isShown)
    {
        var result = await RunAsync(
            "connectors", "list",
            "--ConnectorHost:Connectors:second:Plugin=sandbox",
            $"--ConnectorHost:Connectors:second:Isolation={isolation}");

        var lines = result.Output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.That(lines[0].Contains("ISOLATION", StringComparison.Ordinal), Is.EqualTo(isShown), result.Output);
        Assert.That(
            lines.Single(line => line.StartsWith("second", StringComparison.Ordinal)),
            isShown ? Does.Match(" Process +all$") : Does.Match(" 100 +all$"));
    }

    private async Task LockSandboxAsync()
    {
        DropSandbox();
        await RunAsync("plugins", "lock");
    }

    private void DropSandbox()
    {
        var target = Directory.CreateDirectory(folder.At("plugins/sandbox")).FullName;
        foreach (var file in Directory.EnumerateFiles(Bundled))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }

    private void Replace(string from, string to)
    {
        var path = folder.At("plugins.lock.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace(from, to, StringComparison.Ordinal));
    }

    private Task<ProcessResult> RunAsync(params string[] arguments) =>
        HostProcess.RunAsync(folder.Path, [.. arguments, "--urls=http://127.0.0.1:0"]);
}
