namespace Connector.Runtime.Delivery;

/// <summary>One attempt to send a message.</summary>
public sealed record MessageAttempt
{
    /// <summary>The connector that tried.</summary>
    public required string Connector { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required double DurationMs { get; init; }

    /// <summary><c>accepted</c>, <c>refused</c> or <c>unknown</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Why it was refused, such as <c>invalidRecipient</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>What happened, in the connector's words.</summary>
    public string? Detail { get; init; }

    /// <summary>The provider's own code, such as <c>21211</c>.</summary>
    public string? ProviderCode { get; init; }

    /// <summary>The provider's id of the request, for its support.</summary>
    public string? ProviderRequestId { get; init; }
}
