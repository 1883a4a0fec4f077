namespace Connector.Runtime.Connectors;

/// <summary>A connector in the table: what is known of it, and what runs, if it does.</summary>
internal sealed record ActivatedConnector(ConnectorInfo Info, RunningConnector? Running)
{
    public bool Is(string name, string source) =>
        Info.Source == source && Info.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
