namespace Connector.Runtime.Connectors;

/// <summary>Whether a configured connector serves.</summary>
public enum ConnectorState
{
    /// <summary>It sends messages.</summary>
    Running = 0,

    /// <summary>Configuration switches it off.</summary>
    Disabled = 1,

    /// <summary>Its configuration has errors.</summary>
    Invalid = 2,

    /// <summary>Its plugin can't be used, or could not create it.</summary>
    Failed = 3,
}
