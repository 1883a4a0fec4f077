using System.Net;
using Connector.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TwilioSimulator;

namespace Connector.Host.Tests.Api;

internal sealed class UsageTests
{
    private const string Usage = "/api/v1/connectors/twilio/usage";

    private TwilioSimulatorServer twilio;

    [OneTimeSetUp]
    public async Task StartTwilio() => twilio = await TwilioSimulatorServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopTwilio() => await twilio.DisposeAsync();

    [Test]
    public async Task What_cannot_be_asked_for_is_refused()
    {
        await using var host = await TestHost.StartAsync(
            [.. TwilioSettings.For(twilio), "--ConnectorHost:Connectors:off:Plugin=twilio-sms",
                "--ConnectorHost:Connectors:off:Enabled=false"]);
        (string Path, HttpStatusCode Status, string Code)[] cases =
        [
            ("/api/v1/connectors/nobody/usage", HttpStatusCode.NotFound, "connector_not_found"),
            ("/api/v1/connectors/sandbox/usage", HttpStatusCode.NotFound, "usage_not_available"),
            ("/api/v1/connectors/off/usage", HttpStatusCode.Conflict, "connector_not_running"),
            ($"{Usage}?since=2999-01-31", HttpStatusCode.BadRequest, "invalid_parameter"),
            ($"{Usage}?since=", HttpStatusCode.BadRequest, "invalid_parameter"),
            ($"{Usage}?since=31-01-2026", HttpStatusCode.BadRequest, "invalid_parameter"),
            ($"{Usage}?since=2001-01-31", HttpStatusCode.BadRequest, "invalid_parameter"),
        ];
        foreach (var (path, status, code) in cases)
        {
            using var response = await host.Client.GetPathAsync(path);
            await response.ReadProblemAsync(status, code);
        }
    }

    [Test]
    public async Task A_provider_that_refuses_to_tell_is_said_with_what_to_do()
    {
        await using var host = await TestHost.StartAsync(
            [.. TwilioSettings.For(twilio), "--ConnectorHost:Connectors:twilio:Config:authToken=wrong"]);

        using var response = await host.Client.GetPathAsync(Usage);

        var problem = await response.ReadProblemAsync(HttpStatusCode.ServiceUnavailable, "usage_failed");
        Assert.That(problem.Text("detail"), Does.Contain("Check the connector's credentials"));
    }

    [TestCase("None")]
    [TestCase("Process")]
    public async Task The_providers_own_count_and_price_are_told(string isolation)
    {
        await using var host = await TestHost.StartAsync(
            [.. TwilioSettings.For(twilio), $"--ConnectorHost:Connectors:twilio:Isolation={isolation}"]);
        host.App.Services.GetRequiredService<IOptions<ConnectorRuntimeOptions>>()
            .Value.Delivery.PublicUrl = host.Address;
        await host.UntilAsync(await host.SendAsync("+15005550006", "twilio"), "delivered");
        var sent = twilio.Messages;

        var usage = await host.Client.GetJsonAsync(Usage);

        Assert.That(usage.Text("connector"), Is.EqualTo("twilio"));
        Assert.That(usage.GetProperty("messages").GetInt64(), Is.EqualTo(sent.Count));
        Assert.That(usage.GetProperty("segments").GetInt64(), Is.EqualTo(sent.Sum(message => message.Segments)));
        Assert.That(usage.GetProperty("price").GetDecimal(), Is.EqualTo(sent.Sum(message => message.Price)));
        Assert.That(usage.Text("currency"), Is.EqualTo("USD"));
        Assert.That(usage.GetProperty("since").GetDateTimeOffset().Day, Is.EqualTo(1));
    }
}
