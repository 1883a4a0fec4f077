namespace Connector.Runtime.Delivery;

/// <summary>What becomes of a message after an attempt or a look-up.</summary>
internal sealed record NextStep(MessageStatus Status, MessageWork Work)
{
    /// <summary>The connector that has it, or is to have it.</summary>
    public required string Connector { get; init; }

    /// <summary>
    /// The connectors that are out of the question for it, as <see cref="TriedConnectors"/> writes them.
    /// </summary>
    public string Tried { get; init; } = "";

    /// <summary>How long from now the work is due.</summary>
    public TimeSpan Delay { get; init; }

    public int Lookups { get; init; }

    public string? ProviderMessageId { get; init; }

    public int? Segments { get; init; }

    public MessagePrice? Price { get; init; }

    public string? Reason { get; init; }

    public string? ProviderCode { get; init; }

    public bool IsRetryable { get; init; }
}
