namespace Connector.Abstractions.Capabilities;

/// <summary>A send whose outcome is unknown.</summary>
public sealed class OutcomeQuery
{
    /// <summary>The recipient.</summary>
    public required PhoneNumber Phone { get; init; }

    /// <summary>As it was sent.</summary>
    public required UsageType UsageType { get; init; }

    /// <summary>As it was sent, so that the connector can recognise the text.</summary>
    public required SmsPayload Payload { get; init; }

    /// <summary>When the send began, by the host's clock.</summary>
    public required DateTimeOffset AttemptedAt { get; init; }
}
