using Connector.Abstractions;

namespace Connector.Measurements.SendPath;

/// <summary>The connector as the plugin makes it.</summary>
internal sealed class ConnectorSender(ISmsConnector connector) : ISender
{
    private static readonly PhoneNumber Phone = PhoneNumber.Parse(SampleMessage.Phone);
    private static readonly SmsPayload Payload = new() { Code = SampleMessage.Code };

    public string Name => "connector";

    public async Task SendAsync()
    {
        var outcome = await connector.SendAsync(Phone, UsageType.SignIn, Payload);
        if (outcome is not SendOutcome.Accepted)
        {
            throw new InvalidOperationException($"The connector answered {outcome}.");
        }
    }
}
