namespace Connector.Runtime.Connectors;

/// <summary>The result of activating one configured connector.</summary>
internal sealed record ActivatedConnector(ConnectorInfo Info, RunningConnector? Running);
