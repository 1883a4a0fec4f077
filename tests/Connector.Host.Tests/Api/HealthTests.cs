using System.Net;

namespace Connector.Host.Tests.Api;

internal sealed class HealthTests
{
    [TestCase("/health/live", "live")]
    [TestCase("/health/ready", "ready")]
    public async Task Health_needs_no_key(string path, string status)
    {
        await using var host = await TestHost.StartAsync();

        var health = await host.Anonymous.GetJsonAsync(path);

        Assert.That(health.Text("status"), Is.EqualTo(status));
    }

    [Test]
    public async Task A_failing_connector_does_not_take_the_host_out_of_service()
    {
        await using var host = await TestHost.StartAsync(["--ConnectorHost:Connectors:sandbox:Plugin=nope"]);

        using var response = await host.Anonymous.GetPathAsync("/health/ready");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
