using System.Diagnostics.Metrics;
using Connector.Abstractions;

namespace LoadConnector;

/// <summary>Accepts everything, after a fixed time.</summary>
internal sealed class InstantConnector(TimeSpan latency, TimeProvider timeProvider) : ISmsConnector
{
    // Plugins have types of their own; a meter is the framework's, and so reaches the load program.
    private static readonly Meter Meter = new("LoadConnector");
    private static readonly Counter<long> Sent = Meter.CreateCounter<long>("sent");

    public async Task<SendOutcome> SendAsync(
        PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken = default)
    {
        if (latency > TimeSpan.Zero)
        {
            await Task.Delay(latency, timeProvider, cancellationToken);
        }

        Sent.Add(1);
        return new SendOutcome.Accepted(payload.Delivery?.MessageId ?? "none") { Segments = 1 };
    }
}
