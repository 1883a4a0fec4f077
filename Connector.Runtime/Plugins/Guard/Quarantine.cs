namespace Connector.Runtime.Plugins;

/// <summary>Why and until when the host doesn't call a plugin.</summary>
/// <param name="Kind">The kind of faults that led to it.</param>
/// <param name="Cause">What the plugin did; safe to show to an operator.</param>
/// <param name="Until">When it ends by itself.</param>
internal sealed record Quarantine(ProblemKind Kind, string Cause, DateTimeOffset Until);
