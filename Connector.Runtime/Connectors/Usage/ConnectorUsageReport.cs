namespace Connector.Runtime.Connectors;

/// <summary>What was sent through a connector's account, as its provider counts it.</summary>
/// <param name="Since">From when the provider counted.</param>
/// <param name="Messages">How many messages, also those that others have sent through the same account.</param>
/// <param name="ReadAt">When the provider was asked.</param>
public sealed record ConnectorUsageReport(DateTimeOffset Since, long Messages, DateTimeOffset ReadAt)
{
    /// <summary>How many billed parts.</summary>
    /// <value><see langword="null"/> when the provider doesn't say.</value>
    public long? Segments { get; init; }

    /// <summary>What they cost, an amount of <see cref="Currency"/>.</summary>
    /// <value><see langword="null"/> when the provider doesn't say, or not in which currency.</value>
    public decimal? Price { get; init; }

    /// <summary>Three capital letters, as in ISO 4217, such as <c>USD</c>; there whenever a price is.</summary>
    public string? Currency { get; init; }
}
