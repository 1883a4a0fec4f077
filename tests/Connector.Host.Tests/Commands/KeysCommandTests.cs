using System.Net;
using System.Text.Json;
using Connector.Host.Commands;
using Connector.Host.Tests.Security;

namespace Connector.Host.Tests.Commands;

internal sealed class KeysCommandTests
{
    private TempFolder folder;

    [SetUp]
    public void CreateFolder() => folder = new TempFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("keys", "create", "--name", "a", "--permission", "everything")]
    [TestCase("keys", "create", "--name", " ")]
    [TestCase("keys", "revoke", "key_nobody")]
    public async Task A_refused_change_exits_with_1_and_leaves_no_file(params string[] arguments)
    {
        var result = await HostProcess.RunAsync(folder.Path, arguments);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative), result.Errors);
        Assert.That(result.Errors, Does.Contain("key_"));
        Assert.That(File.Exists(folder.At("data/keys.json")), Is.False);
    }

    [Test]
    public async Task The_last_key_stays()
    {
        var only = await CreateAsync("admin", "--permission", "manageKeys");

        var result = await HostProcess.RunAsync(folder.Path, "keys", "revoke", only.Text("id")!);

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Negative));
        Assert.That(result.Errors, Does.Contain("last_key"));
    }

    [Test]
    public async Task A_host_that_runs_takes_a_new_key_and_refuses_a_revoked_one()
    {
        await using var host = await TestHost.StartInAsync(folder);
        var created = await CreateAsync("support", "--permission", "revealNumbers");
        using var client = host.With(created.Text("key")!);
        await client.UntilAsync(HttpStatusCode.OK);
        var listed = await HostProcess.RunAsync(folder.Path, "keys", "list");

        var revoked = await HostProcess.RunAsync(folder.Path, "keys", "revoke", created.Text("id")!);

        Assert.That(revoked.ExitCode, Is.EqualTo(ExitCode.Negative), "it is the only one that the command knows");
        var second = await CreateAsync("other");
        revoked = await HostProcess.RunAsync(folder.Path, "keys", "revoke", created.Text("id")!);
        Assert.That(revoked.ExitCode, Is.EqualTo(ExitCode.Ok), revoked.Errors);
        await client.UntilAsync(HttpStatusCode.Unauthorized);
        using var other = host.With(second.Text("key")!);
        await other.UntilAsync(HttpStatusCode.OK);
        Assert.That(listed.Output, Does.Contain("support").And.Contain("revealNumbers").And.Not.Contain("cpk_"));
    }

    private async Task<JsonElement> CreateAsync(string name, params string[] options)
    {
        var result = await HostProcess.RunAsync(
            folder.Path, ["keys", "create", "--name", name, .. options, "--json"]);
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Ok), result.Errors);
        return JsonElement.Parse(result.Output);
    }
}
