using System.Text.Json;
using Connector.Runtime.Delivery;

namespace Connector.Measurements.SendPath;

/// <summary>The whole engine: reads the number and payload, chooses the connector, guards the send.</summary>
internal sealed class EngineSender(MessageService messages) : ISender
{
    private static readonly SendRequest Request = new()
    {
        To = SampleMessage.Phone,
        UsageType = "SignIn",
        Payload = JsonElement.Parse($$"""{"code": "{{SampleMessage.Code}}"}"""),
    };

    public string Name => "engine";

    public async Task SendAsync()
    {
        var result = await messages.SendAsync(Request, CancellationToken.None);
        if (result.Status != "accepted")
        {
            throw new InvalidOperationException($"The engine answered {result.Status}.");
        }
    }
}
