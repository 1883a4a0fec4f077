using Connector.Abstractions;
using Connector.Runtime.Connectors;

namespace Connector.Host.Api;

internal static class TestSends
{
    public static TestSendRequest Create(string phone, string? usageType, string? locale) => new()
    {
        Phone = phone,
        UsageType = usageType ?? UsageType.Generic.Value,
        Locale = locale,
    };
}
