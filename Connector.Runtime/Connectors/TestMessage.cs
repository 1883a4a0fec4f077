using Connector.Abstractions;

namespace Connector.Runtime.Connectors;

/// <summary>A test message, read from its request.</summary>
internal sealed class TestMessage(PhoneNumber to, UsageType usageType, SmsPayload payload)
{
    public PhoneNumber To => to;

    public UsageType UsageType => usageType;

    public SmsPayload Payload => payload;
}
