using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Runtime.Connectors;

namespace Connector.Runtime.Delivery;

/// <summary>A message that this host works on.</summary>
internal sealed class ClaimedMessage
{
    public required MessageRecord Record { get; init; }

    public required PhoneNumber Phone { get; init; }

    /// <summary>What the connector gets, delivery details included.</summary>
    public required SmsPayload Payload { get; init; }

    /// <summary>The connector that has it; <see langword="null"/> when it doesn't run any more.</summary>
    public RunningConnector? Connector { get; init; }

    public bool CanLookUp => Connector?.Find<IOutcomeLookup>() is not null;

    public override string ToString() => Record.Id;
}
