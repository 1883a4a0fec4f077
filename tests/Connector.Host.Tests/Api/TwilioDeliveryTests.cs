using Connector.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TwilioSimulator;

namespace Connector.Host.Tests.Api;

/// <summary>The whole way: a request, Twilio as the simulator plays it, and its signed receipts back.</summary>
internal sealed class TwilioDeliveryTests
{
    [TestCase("+15005550006", "delivered", null)]
    [TestCase("+15005530003", "undelivered", "30003")]
    public async Task A_message_is_followed_to_its_end(string to, string status, string? code)
    {
        await using var twilio = await TwilioSimulatorServer.StartAsync();
        await using var host = await TestHost.StartAsync([.. TwilioSettings.For(twilio)]);
        var options = host.App.Services.GetRequiredService<IOptions<ConnectorRuntimeOptions>>();
        options.Value.Delivery.PublicUrl = host.Address;

        var id = await host.SendAsync(to, "twilio");

        var message = await host.UntilAsync(id, status);
        Assert.That(message.Text("providerCode"), Is.EqualTo(code));
        Assert.That(message.Text("providerMessageId"), Is.EqualTo(twilio.Messages.Single().Sid));
        Assert.That(twilio.Callbacks.Select(callback => callback.HttpStatus), Is.All.EqualTo(204));
    }
}
