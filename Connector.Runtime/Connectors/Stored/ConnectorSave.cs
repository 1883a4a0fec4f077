namespace Connector.Runtime.Connectors;

/// <summary>A change to be stored.</summary>
/// <param name="Name">The connector's name.</param>
/// <param name="Action">What it does.</param>
/// <param name="Author">Who makes it.</param>
/// <param name="From">
/// The revision that it was made from; <see langword="null"/> when there must be no such connector.
/// </param>
internal sealed record ConnectorSave(string Name, ConnectorAction Action, string? Author, long? From)
{
    /// <summary>The definition with its secrets; <see langword="null"/> to delete the connector.</summary>
    public ConnectorDefinition? Definition { get; init; }

    /// <summary>The definition without secrets.</summary>
    public ConnectorDefinition? Shown { get; init; }

    public long? RolledBackTo { get; init; }

    public override string ToString() => $"{Action} {Name}";
}
