namespace Connector.Runtime.Delivery;

/// <summary>Names the connectors for which messages wait.</summary>
internal static class WaitingConnectors
{
    /// <summary>A loose index scan: one look-up per connector, however many messages wait.</summary>
    public const string Select =
        "WITH RECURSIVE found (connector) AS (" +
        "SELECT MIN(connector) FROM messages WHERE work <> 0 AND owner = 0 " +
        "UNION ALL SELECT (SELECT MIN(connector) FROM messages " +
        "WHERE work <> 0 AND owner = 0 AND connector > found.connector) FROM found WHERE connector IS NOT NULL) " +
        "SELECT connector FROM found WHERE connector IS NOT NULL";
}
