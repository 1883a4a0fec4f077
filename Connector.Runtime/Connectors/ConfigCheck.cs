using Connector.Abstractions;

namespace Connector.Runtime.Connectors;

/// <summary>What is wrong, or doubtful, with a configuration.</summary>
/// <param name="Errors">A connector can't run with these.</param>
/// <param name="Warnings">A connector runs with these, but probably not as expected.</param>
public sealed record ConfigCheck(IReadOnlyList<ConfigIssue> Errors, IReadOnlyList<ConfigIssue> Warnings)
{
    /// <summary>Whether a connector can run with it.</summary>
    public bool IsValid => Errors.Count == 0;

    internal static ConfigCheck Of(IEnumerable<ConfigIssue> issues)
    {
        // A plugin's own rules can give null in spite of their signature.
        var bySeverity = issues.OfType<ConfigIssue>().ToLookup(issue => issue.Severity);
        return new ConfigCheck(
            [.. bySeverity[ConfigIssueSeverity.Error]], [.. bySeverity[ConfigIssueSeverity.Warning]]);
    }
}
