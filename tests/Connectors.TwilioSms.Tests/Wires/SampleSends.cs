using Connector.Abstractions;

namespace Connectors.TwilioSms.Tests.Wires;

internal static class SampleSends
{
    /// <summary>Sends the sample message.</summary>
    public static Task<SendOutcome> SendSampleAsync(
        this TwilioSmsConnector connector,
        SmsPayload? payload = null,
        CancellationToken cancellationToken = default) =>
        connector.SendAsync(Samples.Phone, UsageType.Generic, payload ?? Samples.Payload, cancellationToken);

    /// <summary>Sends the sample message to a wire that gives one answer.</summary>
    public static async Task<SendOutcome> SendToAsync(Reply reply)
    {
        await using var wire = new Wire(reply);
        using var rig = new Rig();
        return await rig.ConnectTo(wire).SendSampleAsync();
    }
}
