namespace Connector.Runtime.Connectors;

/// <summary>Why a connector doesn't serve.</summary>
/// <param name="Code">Stable, such as <c>PLUGIN_NOT_FOUND</c>.</param>
/// <param name="Cause">What is wrong.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record ConnectorProblem(string Code, string Cause, string Fix);
