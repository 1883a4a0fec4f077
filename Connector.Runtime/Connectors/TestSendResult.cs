using Connector.Abstractions;
using Connector.Abstractions.Templates;

namespace Connector.Runtime.Connectors;

/// <summary>What became of a test message.</summary>
public sealed record TestSendResult
{
    /// <summary>The provider's verdict.</summary>
    public required SendOutcome Outcome { get; init; }

    /// <summary>The text sent; <see langword="null"/> when the connector can't show it.</summary>
    public string? Text { get; init; }

    /// <summary>How <see cref="Text"/> is coded and billed; <see langword="null"/> without it.</summary>
    public SmsSegmentation? Segmentation { get; init; }

    /// <summary>What happened, step by step, the connector's own log entries among it.</summary>
    public required IReadOnlyList<string> Log { get; init; }
}
