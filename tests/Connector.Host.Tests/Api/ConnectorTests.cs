using System.Net;

namespace Connector.Host.Tests.Api;

internal sealed class ConnectorTests
{
    private const string Secret = "s3cret-token-value";

    [TestCase("GET", "")]
    [TestCase("GET", "/inbox")]
    [TestCase("POST", "/test")]
    public async Task An_unknown_connector_is_not_found(string method, string part)
    {
        await using var host = await TestHost.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/v1/connectors/nope{part}");
        request.Content =
            method == "POST" ? new StringContent("""{"phone":"+14155550123"}""", null, "application/json") : null;
        using var response = await host.Client.SendAsync(request);

        await response.ReadProblemAsync(HttpStatusCode.NotFound, "connector_not_found");
    }

    [Test]
    public async Task A_bad_connector_is_reported_while_the_others_serve_and_no_secret_is_shown()
    {
        await using var host = await TestHost.StartAsync(
        [
            "--ConnectorHost:Connectors:bad:Plugin=twilio-sms",
            $"--ConnectorHost:Connectors:bad:Config:authToken={Secret}",
            "--ConnectorHost:Connectors:bad:Config:nope=1",
        ]);

        var bad = await host.Client.GetJsonAsync("/api/v1/connectors/bad");
        var sandbox = await host.Client.GetJsonAsync("/api/v1/connectors/SANDBOX");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bad.Text("state"), Is.EqualTo("invalid"));
            Assert.That(bad.Text("code"), Is.Not.Empty);
            Assert.That(bad.GetProperty("configIssues").GetArrayLength(), Is.GreaterThan(1));
            Assert.That(bad.GetRawText(), Does.Not.Contain(Secret));
            Assert.That(sandbox.Text("state"), Is.EqualTo("running"));
            Assert.That(host.Banner, Does.Contain("bad (invalid").And.Contain("sandbox (running)"));
        }
    }

    [Test]
    public async Task A_connector_that_is_switched_off_has_no_inbox_and_takes_no_test()
    {
        await using var host = await TestHost.StartAsync(["--ConnectorHost:Connectors:sandbox:Enabled=false"]);

        using var inbox = await host.Client.GetPathAsync("/api/v1/connectors/sandbox/inbox");
        using var test = await host.Client.PostJsonAsync(
            "/api/v1/connectors/sandbox/test", """{"phone":"+14155550123"}""");

        await inbox.ReadProblemAsync(HttpStatusCode.Conflict, "connector_not_running");
        await test.ReadProblemAsync(HttpStatusCode.Conflict, "connector_not_running");
        Assert.That(
            (await host.Client.GetJsonAsync("/api/v1/connectors/sandbox")).Text("state"), Is.EqualTo("disabled"));
    }

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("201")]
    public async Task An_inbox_limit_out_of_range_is_refused(string limit)
    {
        await using var host = await TestHost.StartAsync();

        using var response = await host.Client.GetPathAsync($"/api/v1/connectors/sandbox/inbox?limit={limit}");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "invalid_parameter");
    }

    [Test]
    public async Task The_inbox_shows_the_newest_message_first_up_to_the_limit()
    {
        await using var host = await TestHost.StartAsync();
        foreach (var phone in (string[])["+14155550123", "+34600000000"])
        {
            using var sent = await host.Client.PostJsonAsync(
                "/api/v1/connectors/sandbox/test", $$"""{"phone":"{{phone}}"}""");
            Assert.That((await sent.ReadJsonAsync()).Text("outcome"), Is.EqualTo("accepted"));
        }

        var inbox = await host.Client.GetJsonAsync("/api/v1/connectors/sandbox/inbox?limit=1");

        Assert.That(inbox.EnumerateArray().Single().Text("to"), Is.EqualTo("+3460•••0000"));
        Assert.That(inbox.EnumerateArray().Single().Text("text"), Does.Contain("000000"));
    }

    [Test]
    public async Task The_sandbox_is_enabled_without_any_setting()
    {
        await using var host = await TestHost.StartAsync();

        var connectors = await host.Client.GetJsonAsync("/api/v1/connectors");

        var connector = connectors.EnumerateArray().Single();
        Assert.That(connector.Text("name"), Is.EqualTo("sandbox"));
        Assert.That(connector.Text("state"), Is.EqualTo("running"));
        Assert.That(connector.Text("source"), Is.EqualTo("configuration"));
        Assert.That(
            connector.GetProperty("capabilities").EnumerateArray().Select(entry => entry.GetString()), Does.Contain(
                "inbox"));
    }
}
