namespace Connector.Runtime.Connectors;

/// <summary>Where a connector can be defined.</summary>
internal static class ConnectorSources
{
    /// <summary>In the host's configuration, which only its operator changes.</summary>
    public const string Configuration = "Configuration";

    /// <summary>In the database, through the API.</summary>
    public const string Stored = "Stored";
}
