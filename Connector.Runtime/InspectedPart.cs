namespace Connector.Runtime;

/// <summary>What was found out about a part that the engine relies on. Has no secret.</summary>
/// <param name="Name">What and where it is, such as <c>PostgreSQL at db:5432/connectors</c>.</param>
/// <param name="IsUsable">Whether a host can work with it.</param>
/// <param name="Detail">How it is.</param>
/// <param name="Fix">What an operator does about it; <see langword="null"/> when there is nothing to do.</param>
public sealed record InspectedPart(string Name, bool IsUsable, string Detail, string? Fix = null);
