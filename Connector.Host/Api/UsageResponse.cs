using Connector.Runtime.Connectors;

namespace Connector.Host.Api;

/// <summary>What was sent through a connector's account, as its provider counts it.</summary>
/// <param name="Connector">The connector's name.</param>
/// <param name="Since">From when the provider counted.</param>
/// <param name="Messages">How many messages, also those that others sent through the same account.</param>
/// <param name="Segments">How many billed parts, when the provider says.</param>
/// <param name="Price">What they cost, when the provider says.</param>
/// <param name="Currency">ISO 4217 code of the price.</param>
/// <param name="ReadAt">When the provider was asked.</param>
internal sealed record UsageResponse(
    string Connector,
    DateTimeOffset Since,
    long Messages,
    long? Segments,
    decimal? Price,
    string? Currency,
    DateTimeOffset ReadAt)
{
    public static UsageResponse From(string connector, ConnectorUsageReport usage) => new(
        connector, usage.Since, usage.Messages, usage.Segments, usage.Price, usage.Currency, usage.ReadAt);
}
