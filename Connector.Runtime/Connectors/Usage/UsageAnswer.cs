namespace Connector.Runtime.Connectors;

/// <summary>What came of asking for usage: a report, or why there is none.</summary>
internal sealed record UsageAnswer
{
    private UsageAnswer()
    {
    }

    public ConnectorUsageReport? Report { get; private init; }

    public string? Trouble { get; private init; }

    public static UsageAnswer Of(ConnectorUsageReport report) => new() { Report = report };

    public static UsageAnswer Of(string trouble) => new() { Trouble = trouble };
}
