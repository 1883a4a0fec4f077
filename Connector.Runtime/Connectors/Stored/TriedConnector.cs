namespace Connector.Runtime.Connectors;

/// <summary>A connector that can serve, and does unless it is switched off, but isn't in the table yet.</summary>
/// <param name="Definition">With its secrets.</param>
/// <param name="Activated">What runs.</param>
internal sealed record TriedConnector(ConnectorDefinition Definition, ActivatedConnector Activated)
{
    public ConnectorDefinition Shown => Definition with { Config = Activated.Info.Config };

    public override string ToString() => Definition.Name;
}
