using Connector.Abstractions.Capabilities;

namespace Connector.Runtime.Connectors;

/// <summary>Tells what a plugin may have reported from what can't be.</summary>
internal static class UsageCheck
{
    /// <returns>What can't be; <see langword="null"/> when everything can.</returns>
    public static string? Find(UsageReport report, DateTimeOffset now) => report switch
    {
        { Messages: < 0 } => "a negative number of messages",
        { Segments: < 0 } => "a negative number of segments",
        { Price: < 0 } => "a negative price",
        _ when report.Since > now => "a count that begins in the future",
        _ => null,
    };

    /// <summary>Takes over what was reported. An amount of nobody knows what is no price.</summary>
    public static ConnectorUsageReport Accept(UsageReport report, DateTimeOffset since, DateTimeOffset now)
    {
        var currency = report.Price is null ? null : CurrencyCode.Read(report.Currency);
        return new ConnectorUsageReport(report.Since == default ? since : report.Since, report.Messages, now)
        {
            Segments = report.Segments,
            Price = currency is null ? null : report.Price,
            Currency = currency,
        };
    }
}
