namespace Connector.Runtime.Connectors;

/// <summary>Where a connector's code runs.</summary>
public enum ConnectorIsolation
{
    /// <summary>In the host's process.</summary>
    None = 0,

    /// <summary>In a worker process of its own, whose end the host survives.</summary>
    Process = 1,
}
