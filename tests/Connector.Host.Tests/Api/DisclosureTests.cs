using Microsoft.Extensions.Logging;

namespace Connector.Host.Tests.Api;

internal sealed class DisclosureTests
{
    // Each is long enough not to appear by chance.
    private static readonly string[] Private =
    [
        "4155550123", "9075550101", "9075550122", "555012", "7318429",
        "s3cret-config-value", TestHost.Key, "Reset your thing",
    ];

    [Test]
    public async Task No_log_at_any_level_holds_a_number_a_code_a_text_or_a_key()
    {
        await using var host = await TestHost.StartAsync(
            ["--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace"],
            builder => builder.Logging.SetMinimumLevel(LogLevel.Trace));
        foreach (var to in (string[])["+14155550123", "+19075550101", "+19075550122", "555012", "+1415555012345678"])
        {
            using var sent = await host.Client.PostJsonAsync(
                "/api/v1/messages", $$$"""{"to":"{{{to}}}","usageType":"SignIn","payload":{"code":"7318429"}}""");
            using var tested = await host.Client.PostJsonAsync(
                "/api/v1/plugins/twilio-sms/test",
                $$$"""{"phone":"{{{to}}}","config":{"authToken":"s3cret-config-value"}}""");
        }

        using var preview = await host.Client.PostJsonAsync(
            "/api/v1/templates/preview", """{"content":"Reset your thing {{code}}"}""");
        using var malformed = await host.Client.PostJsonAsync("/api/v1/messages", """{"to":"+14155550123",""");
        using var unknownMember = await host.Client.PostJsonAsync("/api/v1/messages", """{"+14155550123":"7318429"}""");

        var records = host.Logs.GetSnapshot();
        Assert.That(records.Any(record => record.Level < LogLevel.Information));
        Assert.That(records.Any(record => record.Message.Contains("msg_", StringComparison.Ordinal)));
        var logged = records.Select(record => $"{record.Message} {record.Exception}").ToList();
        foreach (var secret in Private)
        {
            Assert.That(logged, Has.None.Contains(secret));
        }
    }
}
