using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Connector.Host.Tests.Api;
using Connector.Host.Tests.Commands;

namespace Connector.Host.Tests.Isolation;

internal sealed class IsolationTests
{
    [TestCase("fail-fast")]
    [TestCase("overflows")]
    [TestCase("exits")]
    public async Task What_ends_a_process_ends_the_worker_only_and_the_message_may_have_left(string fault)
    {
        await using var host = await IsolatedHost.StartAsync(fault);

        var crashed = await host.TestAsync("chaos");
        var healthy = await host.TestAsync("sandbox");
        await host.UntilLoggedAsync(2291);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(crashed.Text("outcome"), Is.EqualTo("unknown"));
            Assert.That(healthy.Text("outcome"), Is.EqualTo("accepted"));
            Assert.That(Logged(host, 2290), Does.Contain("Connector chaos").IgnoreCase.And.Contain("exit code"));
        }
    }

    [Test]
    public async Task A_connector_runs_in_another_process_and_its_log_reaches_the_host_and_the_test()
    {
        await using var host = await IsolatedHost.StartAsync("tells-its-process");

        var result = await host.TestAsync("chaos");
        var connector = await host.Client.GetJsonAsync("/api/v1/connectors/chaos");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Text("outcome"), Is.EqualTo("accepted"), result.GetRawText());
            Assert.That(result.Text("providerMessageId"), Is.Not.EqualTo($"{Environment.ProcessId}"));
            Assert.That(result.GetProperty("log").GetRawText(), Does.Contain("asked in the worker"));
            Assert.That(
                host.Host.Logs.GetSnapshot().Select(entry => entry.Message), Has.One.EqualTo("asked in the worker"));
            Assert.That(connector.Text("isolation"), Is.EqualTo("process"));
            Assert.That(connector.GetProperty("capabilities").GetRawText(), Is.EqualTo("""["receipts"]"""));
        }
    }

    [Test]
    public async Task A_worker_that_is_killed_is_started_again_and_the_connector_serves_again()
    {
        await using var host = await IsolatedHost.StartAsync("tells-its-process");
        var first = await host.ReadProcessIdAsync();

        using (var worker = Process.GetProcessById(first))
        {
            worker.Kill();
        }

        await host.UntilLoggedAsync(2291);
        Assert.That(await host.ReadProcessIdAsync(), Is.Not.EqualTo(first));
    }

    [Test]
    public async Task The_worker_ends_with_the_host()
    {
        var host = await IsolatedHost.StartAsync("tells-its-process");
        using var worker = Process.GetProcessById(await host.ReadProcessIdAsync());

        await host.DisposeAsync();

        await worker.WaitForExitAsync().WaitAsync(IsolatedHost.Patience);
    }

    [Test]
    public async Task A_host_that_is_killed_leaves_no_worker_behind()
    {
        using var folder = new TempFolder();
        IsolatedHost.Drop(folder.At("plugins"));
        using var server = await HostProcess.ServeAsync(
            folder.Path,
            "listens on",
            [
                "--urls=http://127.0.0.1:0",
                $"--ConnectorHost:Security:BootstrapKey={TestHost.Key}",
                .. IsolatedHost.Connector("tells-its-process"),
            ]);
        using var client = new HttpClient();
        client.BaseAddress = new Uri((await server.AwaitedLineAsync()).Split(' ').First(word =>
            word.StartsWith("http://", StringComparison.Ordinal)));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestHost.Key);
        using var worker = Process.GetProcessById(await IsolatedHost.ReadProcessIdAsync(client));

        using (var host = Process.GetProcessById(server.ProcessId))
        {
            host.Kill();
        }

        await worker.WaitForExitAsync().WaitAsync(IsolatedHost.Patience);
    }

    [Test]
    public async Task A_call_that_hangs_in_the_worker_ends_at_its_deadline()
    {
        await using var host = await IsolatedHost.StartAsync("hangs", "--ConnectorHost:Messages:SendTimeout=00:00:01");

        var result = await host.TestAsync("chaos");

        Assert.That(result.Text("outcome"), Is.EqualTo("unknown"), result.GetRawText());
        Assert.That((await host.TestAsync("sandbox")).Text("outcome"), Is.EqualTo("accepted"));
    }

    [TestCase("throws", "InvalidOperationException")]
    [TestCase("returns-null", "null")]
    public async Task A_fault_in_the_worker_is_told_as_one_in_the_host(string fault, string told)
    {
        await using var host = await IsolatedHost.StartAsync(fault);

        var result = await host.TestAsync("chaos");

        Assert.That(result.Text("outcome"), Is.EqualTo("unknown"), result.GetRawText());
        Assert.That(Logged(host, 2011), Is.EqualTo($"Connector chaos failed while sending: {told}"));
        Assert.That(
            host.Host.Logs.GetSnapshot().Select(entry => entry.ToString()), Has.None.Contains("4155550100"));
    }

    [Test]
    public async Task A_connector_that_cannot_be_created_in_the_worker_says_why()
    {
        await using var host = await IsolatedHost.StartAsync(
            "none", "--ConnectorHost:Connectors:chaos:Config:fault=fails-to-be-created");

        var connector = await host.Client.GetJsonAsync("/api/v1/connectors/chaos");

        Assert.That(connector.Text("state"), Is.EqualTo("failed"));
        Assert.That(connector.Text("code"), Is.EqualTo("ACTIVATION_FAILED"));
        Assert.That(connector.Text("cause"), Does.Contain("InvalidOperationException: No connector today"));
    }

    [Test]
    public async Task Faults_in_the_worker_lead_to_a_quarantine_as_those_in_the_host()
    {
        await using var host = await IsolatedHost.StartAsync("throws");
        for (var i = 0; i < 10; i++)
        {
            await host.TestAsync("chaos");
        }

        var plugin = await host.Client.GetJsonAsync("/api/v1/plugins/chaos-connector");
        using var released = await host.Client.PostJsonAsync("/api/v1/plugins/chaos-connector/release", "{}");
        var after = await released.ReadJsonAsync();
        using var again = await host.Client.PostJsonAsync("/api/v1/plugins/chaos-connector/release", "{}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plugin.Text("state"), Is.EqualTo("quarantined"));
            Assert.That(plugin.Text("code"), Is.EqualTo("REPEATED_FAULTS"));
            Assert.That(after.Text("state"), Is.EqualTo("active"));
            await again.ReadProblemAsync(HttpStatusCode.Conflict, "plugin_not_quarantined");
        }
    }

    [Test]
    public async Task An_isolation_that_there_is_not_is_a_problem_of_its_connector()
    {
        await using var host = await TestHost.StartAsync(["--ConnectorHost:Connectors:sandbox:Isolation=Container"]);

        var connector = await host.Client.GetJsonAsync("/api/v1/connectors/sandbox");

        Assert.That(connector.Text("code"), Is.EqualTo("CONNECTOR_SETTING_INVALID"));
        Assert.That(connector.Text("cause"), Does.Contain("Isolation is not one of None, Process"));
    }

    [Test]
    public async Task A_stored_connector_moves_into_a_process_of_its_own_and_back()
    {
        await using var host = await TestHost.StartAsync();
        await host.Client.CreateAsync(StoredApi.Sandbox("mine"));
        using var refused = await host.Client.CallAsync(
            HttpMethod.Patch, $"{StoredApi.Path}/mine", """{"isolation":"container"}""");

        var (isolated, _) = await host.Client.ChangeAsync("mine", """{"isolation":"process"}""");
        var text = await host.Client.TestAsync("mine");
        var inbox = await host.Client.GetJsonAsync($"{StoredApi.Path}/mine/inbox");
        var (back, _) = await host.Client.ChangeAsync("mine", """{"isolation":null}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That((isolated.Text("isolation"), isolated.Text("state")), Is.EqualTo(("process", "running")));
            Assert.That(text, Is.EqualTo("stored 000000"));
            Assert.That(inbox.GetArrayLength(), Is.EqualTo(1));
            Assert.That(inbox[0].Text("text"), Is.EqualTo("stored 000000"));
            Assert.That(
                isolated.GetProperty("capabilities").GetRawText(),
                Is.EqualTo(back.GetProperty("capabilities").GetRawText()));
            Assert.That(back.Text("isolation"), Is.EqualTo("none"));
        }
    }

    [Test]
    public async Task A_configuration_is_checked_by_the_plugins_own_rules_in_the_worker_too()
    {
        await using var host = await TestHost.StartAsync();

        using var inside = await host.Client.PostJsonAsync(StoredApi.Path, Twilio(""));
        using var isolated = await host.Client.PostJsonAsync(StoredApi.Path, Twilio(""", "isolation": "process" """));

        var (expected, found) = (await inside.ReadJsonAsync(), await isolated.ReadJsonAsync());
        Assert.That(expected.GetProperty("errors").GetArrayLength(), Is.GreaterThan(0));
        Assert.That(
            found.GetProperty("errors").GetRawText(), Is.EqualTo(expected.GetProperty("errors").GetRawText()));
    }

    // Right by the schema, wrong by the plugin's rules: three templates are missing.
    private static string Twilio(string more) => $$$"""
        { "name": "twilio", "plugin": "twilio-sms"{{{more}}}, "config": {
            "accountSID": "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "authToken": "0123456789abcdef0123456789abcdef",
            "fromMessagingServiceSID": "MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "templates": [{ "usageType": "Generic", "content": "{{code}}" }] } }
        """;

    private static string Logged(IsolatedHost host, int eventId) =>
        host.Host.Logs.GetSnapshot().First(entry => entry.Id.Id == eventId).Message;
}
