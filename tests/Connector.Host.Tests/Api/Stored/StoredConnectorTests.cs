using System.Net;

namespace Connector.Host.Tests.Api;

internal sealed class StoredConnectorTests
{
    [Test]
    public async Task A_connector_serves_as_soon_as_it_is_created()
    {
        await using var host = await TestHost.StartAsync();

        using var response = await host.Client.PostJsonAsync(StoredApi.Path, StoredApi.Sandbox("mine"));
        var created = await response.ReadJsonAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(response.Headers.Location!.OriginalString, Is.EqualTo("/api/v1/connectors/mine"));
            Assert.That(response.Headers.ETag!.Tag, Is.EqualTo($"\"{created.GetProperty("revision").GetInt64()}\""));
            Assert.That(response.Headers.ETag.IsWeak, Is.False);
            Assert.That(created.Text("source"), Is.EqualTo("stored"));
            Assert.That(created.Text("state"), Is.EqualTo("running"));
            Assert.That(await host.Client.TestAsync("mine"), Is.EqualTo("stored 000000"));
        }
    }

    [Test]
    public async Task Everything_that_is_left_out_has_the_default_of_the_configuration()
    {
        await using var host = await TestHost.StartAsync();

        var stored = await host.Client.CreateAsync("""{"name":"mine","plugin":"sandbox"}""");
        var configured = await host.Client.GetJsonAsync($"{StoredApi.Path}/sandbox");

        foreach (var member in (string[])["enabled", "countries", "excludedCountries", "weight", "priority", "config"])
        {
            var expected = configured.GetProperty(member).GetRawText();
            Assert.That(stored.GetProperty(member).GetRawText(), Is.EqualTo(expected), member);
        }

        Assert.That(stored.TryGetProperty("concurrency", out _) || stored.TryGetProperty("rate", out _), Is.False);
    }

    [Test]
    public async Task Every_member_is_kept_and_read_back()
    {
        await using var host = await TestHost.StartAsync();
        await host.Client.CreateAsync(StoredApi.Sandbox("mine", more: """
            , "enabled": true, "countries": ["es", "PT"], "excludedCountries": ["us"], "weight": 7, "priority": 3,
            "concurrency": 5, "rate": 2.5
            """));

        using var response = await host.Client.GetPathAsync($"{StoredApi.Path}/MINE");
        var read = await response.ReadJsonAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.Headers.ETag!.Tag, Is.EqualTo($"\"{read.GetProperty("revision").GetInt64()}\""));
            Assert.That(read.GetProperty("countries").GetRawText(), Is.EqualTo("""["ES","PT"]"""));
            Assert.That(read.GetProperty("excludedCountries").GetRawText(), Is.EqualTo("""["US"]"""));
            Assert.That(read.GetProperty("weight").GetInt32(), Is.EqualTo(7));
            Assert.That(read.GetProperty("priority").GetInt32(), Is.EqualTo(3));
            Assert.That(read.GetProperty("concurrency").GetInt32(), Is.EqualTo(5));
            Assert.That(read.GetProperty("rate").GetDouble(), Is.EqualTo(2.5));
            Assert.That(read.GetProperty("config").GetProperty("templates").GetArrayLength(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_patch_merges_objects_replaces_lists_and_removes_what_is_null()
    {
        await using var host = await TestHost.StartAsync();
        await host.Client.CreateAsync(
            StoredApi.Sandbox("mine", more: """, "countries": ["ES"], "weight": 7, "rate": 2"""));

        var (changed, _) = await host.Client.ChangeAsync("mine", """
            { "weight": null, "countries": ["PT", "FR"], "rate": null,
              "config": { "keepMessages": 5, "templates": [{ "usageType": "Generic", "content": "new {{code}}" }] } }
            """);

        Assert.That(changed.GetProperty("weight").GetInt32(), Is.EqualTo(100));
        Assert.That(changed.TryGetProperty("rate", out _), Is.False);
        Assert.That(changed.GetProperty("countries").GetRawText(), Is.EqualTo("""["PT","FR"]"""));
        var config = changed.GetProperty("config");
        Assert.That(config.GetProperty("templates").GetArrayLength(), Is.EqualTo(1), "lists are replaced");
        Assert.That(config.GetProperty("keepMessages").GetInt32(), Is.EqualTo(5));
        Assert.That(await host.Client.TestAsync("mine"), Is.EqualTo("new 000000"));
    }

    [Test]
    public async Task A_connector_is_switched_off_and_on_again()
    {
        await using var host = await TestHost.StartAsync();
        await host.Client.CreateAsync(StoredApi.Sandbox("mine"));

        var (off, _) = await host.Client.ChangeAsync("mine", """{"enabled":false}""");
        using (var refused = await host.Client.PostJsonAsync(
            $"{StoredApi.Path}/mine/test", """{"phone":"+34600000000"}"""))
        {
            var problem = await refused.ReadProblemAsync(HttpStatusCode.Conflict, "connector_not_running");
            Assert.That(problem.Text("detail"), Does.Contain("enabled").And.Not.Contains("Configuration"));
        }

        var (on, _) = await host.Client.ChangeAsync("mine", """{"enabled":true}""");

        Assert.That((off.Text("state"), on.Text("state")), Is.EqualTo(("disabled", "running")));
        Assert.That(await host.Client.TestAsync("mine"), Is.EqualTo("stored 000000"));
    }

    [Test]
    public async Task A_deleted_connector_is_gone_and_its_name_is_free()
    {
        await using var host = await TestHost.StartAsync();
        await host.Client.CreateAsync(StoredApi.Sandbox("mine"));

        await host.Client.RemoveAsync("mine");

        using var gone = await host.Client.GetPathAsync($"{StoredApi.Path}/mine");
        await gone.ReadProblemAsync(HttpStatusCode.NotFound, "connector_not_found");
        await host.Client.CreateAsync(StoredApi.Sandbox("Mine", "again {{code}}"));
        Assert.That(await host.Client.TestAsync("mine"), Is.EqualTo("again 000000"));
    }

    [Test]
    public async Task Messages_go_through_a_stored_connector_like_any_other()
    {
        await using var host = await TestHost.StartAsync();
        await host.Client.CreateAsync(StoredApi.Sandbox("mine"));

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/messages");
        request.Content = new StringContent(
            """{"to":"+34600000000","usageType":"SignIn","payload":{"code":"123456"},"connector":"mine"}""",
            null,
            "application/json");
        request.Headers.Add("Prefer", "wait=30");
        using var response = await host.Client.SendAsync(request);

        var message = await response.ReadJsonAsync();
        Assert.That((message.Text("status"), message.Text("connector")), Is.EqualTo(("accepted", "mine")));
    }

    [Test]
    public async Task A_plugin_is_active_while_a_stored_connector_uses_it()
    {
        await using var host = await TestHost.StartAsync(["--ConnectorHost:Connectors:sandbox:Enabled=false"]);
        var before = await StateOfSandboxAsync(host);

        await host.Client.CreateAsync(StoredApi.Sandbox("mine"));
        var during = await StateOfSandboxAsync(host);
        await host.Client.RemoveAsync("mine");

        Assert.That((before, during, await StateOfSandboxAsync(host)), Is.EqualTo(("disabled", "active", "disabled")));
    }

    [Test]
    public async Task Only_a_change_of_the_plugins_part_makes_a_new_connector()
    {
        await using var host = await TestHost.StartAsync();
        await host.Client.CreateAsync(StoredApi.Sandbox("mine"));
        int Starts() => host.Logs.GetSnapshot().Count(record =>
            record.Message.StartsWith("Connector mine runs", StringComparison.Ordinal));
        var before = Starts();

        await host.Client.ChangeAsync("mine", """{"weight":1}""");
        var same = Starts();
        await host.Client.ChangeAsync("mine", """{"config":{"keepMessages":9}}""");

        Assert.That((before, same, Starts()), Is.EqualTo((1, 1, 2)));
        Assert.That(await host.Client.TestAsync("mine"), Is.EqualTo("stored 000000"));
    }

    private static async Task<string?> StateOfSandboxAsync(TestHost host) =>
        (await host.Client.GetJsonAsync("/api/v1/plugins/sandbox")).Text("state");
}
