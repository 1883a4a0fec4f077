using System.Net;
using System.Text.Json;
using Connector.Host.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Host.Tests.Security;

internal sealed class NumberRevealTests
{
    private const string Number = "+14155550123";

    [Test]
    public async Task A_key_without_the_permission_learns_which_one_it_lacks_and_nothing_else()
    {
        await using var host = await TestHost.StartAsync(["--ConnectorHost:Delivery:KeepContent=01:00:00"]);
        var id = await SendAsync(host);

        using var response = await host.Client.PostJsonAsync($"/api/v1/messages/{id}/reveal", "");

        var problem = await response.ReadProblemAsync(HttpStatusCode.Forbidden, "permission_missing");
        Assert.That(problem.Text("detail"), Does.Contain("revealNumbers"));
        Assert.That(problem.GetRawText(), Does.Not.Contain("4155550123"));
        Assert.That((await host.Client.GetJsonAsync("/api/v1/audit")).GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task An_erased_number_is_a_problem_that_says_why()
    {
        await using var host = await TestHost.StartAsync();
        using var client = await RevealingAsync(host);
        var id = await SendAsync(host);

        using var response = await client.PostJsonAsync($"/api/v1/messages/{id}/reveal", "");
        using var unknown = await client.PostJsonAsync("/api/v1/messages/msg_nobody/reveal", "");

        var problem = await response.ReadProblemAsync(HttpStatusCode.Conflict, "number_erased");
        Assert.That(problem.Text("detail"), Does.Contain("ConnectorHost:Delivery:KeepContent"));
        await unknown.ReadProblemAsync(HttpStatusCode.NotFound, "message_not_found");
    }

    [Test]
    public async Task A_number_that_is_kept_is_told_and_recorded_and_is_in_no_log()
    {
        await using var host = await TestHost.StartAsync(["--ConnectorHost:Delivery:KeepContent=01:00:00"]);
        using var client = await RevealingAsync(host);
        var id = await SendAsync(host);

        using var response = await client.PostJsonAsync($"/api/v1/messages/{id}/reveal", "");
        var revealed = await response.ReadJsonAsync();
        var entries = await host.Client.GetJsonAsync("/api/v1/audit?action=message.revealed");

        Assert.That((revealed.Text("id"), revealed.Text("to")), Is.EqualTo((id, Number)));
        Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
        Assert.That(entries.GetArrayLength(), Is.EqualTo(1));
        Assert.That(entries[0].Text("subject"), Is.EqualTo(id));
        Assert.That(entries[0].Text("actor"), Does.StartWith("key_"));
        Assert.That(entries.GetRawText(), Does.Not.Contain("4155550123"));
        Assert.That(host.Logs.GetSnapshot().Select(record => record.Message), Has.None.Contains("4155550123"));
    }

    // Only who may write the data folder can grant this at first.
    private static async Task<HttpClient> RevealingAsync(TestHost host)
    {
        var changes = host.App.Services.GetRequiredService<ApiKeyChanges>();
        var (stored, key) = changes.Prepare("support", ["revealNumbers"]);
        await changes.AddAsync(stored, CancellationToken.None);
        return host.With(key);
    }

    private static async Task<string> SendAsync(TestHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/messages");
        request.Headers.Add("Prefer", "wait=10");
        request.Content = new StringContent(
            JsonSerializer.Serialize(new { to = Number, usageType = "SignIn", payload = new { code = "123456" } }),
            System.Text.Encoding.UTF8,
            "application/json");
        using var response = await host.Client.SendAsync(request);
        return (await response.ReadJsonAsync()).Text("id")!;
    }
}
