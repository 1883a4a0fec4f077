using Connector.Abstractions;

namespace Connector.Runtime.Connectors;

/// <summary>What could be read of a definition, and everything wrong with it, its configuration apart.</summary>
internal sealed record ConnectorReading(ConnectorDefinition Definition, IReadOnlyList<ConfigIssue> Issues);
