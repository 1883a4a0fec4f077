namespace Connector.Runtime.Connectors;

/// <summary>What a change did to a stored connector.</summary>
public enum ConnectorAction
{
    /// <summary>It is new.</summary>
    Created = 0,

    /// <summary>Some of it became different.</summary>
    Updated = 1,

    /// <summary>It is gone; its history stays.</summary>
    Deleted = 2,

    /// <summary>It is again as an earlier change left it.</summary>
    RolledBack = 3,
}
