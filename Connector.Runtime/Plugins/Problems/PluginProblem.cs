namespace Connector.Runtime.Plugins;

/// <summary>One thing wrong with a plugin, for the person who can mend it.</summary>
/// <param name="Code">Stable and documented in <c>docs/plugin-problems.md</c>, such as <c>CONTRACT_TOO_NEW</c>.</param>
/// <param name="Severity">Whether the plugin can be used nevertheless.</param>
/// <param name="Cause">What is wrong, naming the culprit.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record PluginProblem(string Code, PluginProblemSeverity Severity, string Cause, string Fix);
