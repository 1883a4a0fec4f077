using Connector.Abstractions;
using Connector.Runtime.Connectors;

namespace Connector.Host.Api;

internal static class TestSends
{
    /// <summary>What every route that sends a test message does.</summary>
    public const string Description =
        "The code is 000000. The message is really sent, and paid for; the answer is 200 whatever the provider says, "
        + "with its verdict in outcome.";

    public static TestSendRequest Create(string phone, string? usageType, string? locale) => new()
    {
        Phone = phone,
        UsageType = usageType ?? UsageType.Generic.Value,
        Locale = locale,
    };
}
