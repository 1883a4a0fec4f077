namespace Connector.Runtime.Connectors;

/// <summary>One change of a stored connector.</summary>
public sealed record ConnectorRevision
{
    /// <summary>Counts the changes of all stored connectors.</summary>
    public required long Revision { get; init; }

    /// <summary>What was done.</summary>
    public required ConnectorAction Action { get; init; }

    /// <summary>Who did it, such as the id of an API key; <see langword="null"/> when unknown.</summary>
    public string? Author { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Which change a roll back brought back.</summary>
    public long? RolledBackTo { get; init; }

    /// <summary>
    /// The connector as this change left it, secrets hidden; <see langword="null"/> when it was deleted.
    /// </summary>
    public ConnectorDefinition? Connector { get; init; }
}
