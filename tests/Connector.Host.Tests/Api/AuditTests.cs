using System.Net;
using System.Text.Json;

namespace Connector.Host.Tests.Api;

internal sealed class AuditTests
{
    private const string Path = "/api/v1/audit";

    [TestCase("?action=message.reveal", "/action")]
    [TestCase("?limit=0", "/limit")]
    [TestCase("?cursor=msg_1", "/cursor")]
    public async Task A_wrong_filter_is_refused_with_its_name(string query, string pointer)
    {
        await using var host = await TestHost.StartAsync();

        using var response = await host.Client.GetPathAsync(Path + query);

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
        Assert.That(problem.Pointers(), Is.EqualTo((string[])[pointer]));
    }

    [Test]
    public async Task What_becomes_of_a_connector_is_written_with_who_did_it()
    {
        await using var host = await TestHost.StartAsync();
        var created = await host.Client.CreateAsync(StoredApi.Sandbox("Mine"));
        (await host.Client.CallAsync(HttpMethod.Patch, $"{StoredApi.Path}/mine", """{"weight":3}""")).Dispose();
        (await host.Client.CallAsync(HttpMethod.Delete, $"{StoredApi.Path}/mine")).Dispose();
        var revision = created.GetProperty("revision").GetInt64();
        var back = $$"""{"revision":{{revision}}}""";
        (await host.Client.PostJsonAsync($"{StoredApi.Path}/mine/rollback", back)).Dispose();
        (await host.Client.PostJsonAsync(StoredApi.Path, """{"name":"bad","plugin":"none"}""")).Dispose();

        var entries = await host.Client.GetJsonAsync(Path);

        Assert.That(Actions(entries), Is.EqualTo((string[])
            ["connector.rolledBack", "connector.deleted", "connector.updated", "connector.created"]));
        Assert.That(entries.EnumerateArray().Select(entry => entry.Text("actor")), Is.All.EqualTo("bootstrap"));
        Assert.That(Subjects(entries), Is.All.EqualTo("Mine"));
        Assert.That(entries[3].Text("detail"), Is.EqualTo($"{revision}"));
    }

    [Test]
    public async Task What_becomes_of_a_webhook_is_written_without_its_address_and_secret()
    {
        await using var host = await TestHost.StartAsync();
        using var response = await host.Client.PostJsonAsync(
            "/api/v1/webhooks", """{"url":"https://example.com/s3cret-path"}""");
        var webhook = await response.ReadJsonAsync();
        var address = $"/api/v1/webhooks/{webhook.Text("id")}";
        (await host.Client.CallAsync(HttpMethod.Patch, address, """{"enabled":false}""")).Dispose();
        (await host.Client.PostJsonAsync($"{address}/rotate-secret", "{}")).Dispose();
        (await host.Client.CallAsync(HttpMethod.Delete, address)).Dispose();

        var entries = await host.Client.GetJsonAsync(Path);

        Assert.That(Actions(entries), Is.EqualTo((string[])
            ["webhook.deleted", "webhook.secretRotated", "webhook.updated", "webhook.created"]));
        Assert.That(Subjects(entries), Is.All.EqualTo(webhook.Text("id")));
        Assert.That(entries.GetRawText(), Does.Not.Contain("s3cret").And.Not.Contain(webhook.Text("secret")));
    }

    [Test]
    public async Task The_header_leads_to_the_next_page_with_the_same_filter()
    {
        await using var host = await TestHost.StartAsync();
        foreach (var name in (string[])["a", "b", "c"])
        {
            await host.Client.CreateAsync(StoredApi.Sandbox(name));
        }

        (await host.Client.CallAsync(HttpMethod.Delete, $"{StoredApi.Path}/c")).Dispose();
        using var first = await host.Client.GetPathAsync($"{Path}?action=connector.created&limit=2");
        var link = first.Headers.GetValues("Link").Single();
        using var second = await host.Client.GetPathAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)]);

        Assert.That(Subjects(await first.ReadJsonAsync()), Is.EqualTo((string[])["c", "b"]));
        Assert.That(link, Does.EndWith("; rel=\"next\""));
        Assert.That(Subjects(await second.ReadJsonAsync()), Is.EqualTo((string[])["a"]));
        Assert.That(second.Headers.Contains("Link"), Is.False);
    }

    private static IEnumerable<string?> Actions(JsonElement entries) =>
        entries.EnumerateArray().Select(entry => entry.Text("action"));

    private static IEnumerable<string?> Subjects(JsonElement entries) =>
        entries.EnumerateArray().Select(entry => entry.Text("subject"));
}
