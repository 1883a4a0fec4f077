namespace Connector.Runtime.Delivery;

/// <summary>Settings for every message: section <c>ConnectorHost:Messages</c>.</summary>
public sealed class MessageOptions
{
    /// <summary>The longest lifetime a message can have.</summary>
    /// <value>10 hours: what providers keep at most.</value>
    public static TimeSpan MaxLifetime => TimeSpan.FromHours(10);

    /// <summary>How long a code is useful when the request doesn't say.</summary>
    /// <value>10 minutes. From 10 seconds to 10 hours.</value>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long one attempt may take before its outcome counts as unknown.</summary>
    /// <value>10 seconds. From 1 second to 2 minutes.</value>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Usage types beside the well-known ones that requests may name. Case-sensitive.</summary>
    /// <value>Empty.</value>
    public IReadOnlyList<string> UsageTypes { get; set; } = [];
}
