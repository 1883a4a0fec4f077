namespace Connector.Abstractions.Capabilities;

/// <summary>What was sent through a provider account.</summary>
/// <param name="Since">From when the provider counted.</param>
/// <param name="Messages">How many messages.</param>
public sealed record UsageReport(DateTimeOffset Since, long Messages)
{
    /// <summary>How many billed parts. <see langword="null"/> when the provider doesn't say.</summary>
    public long? Segments { get; init; }

    /// <summary>
    /// What they cost, a positive amount of <see cref="Currency"/>. <see langword="null"/> when not known.
    /// </summary>
    public decimal? Price { get; init; }

    /// <summary>ISO 4217 code of <see cref="Price"/>, such as <c>USD</c>.</summary>
    public string? Currency { get; init; }
}
