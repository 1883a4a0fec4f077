using Connector.Abstractions;
using Connector.Host.Problems;
using Connector.Runtime.Connectors;

namespace Connector.Host.Api;

/// <summary>What is wrong, or doubtful, with a configuration.</summary>
/// <param name="Valid">Whether a connector can run with it.</param>
/// <param name="Errors">A connector can't run with these.</param>
/// <param name="Warnings">A connector runs with these, but probably not as expected.</param>
internal sealed record ConfigCheckResponse(
    bool Valid, IReadOnlyList<ProblemError> Errors, IReadOnlyList<ProblemError> Warnings)
{
    public static ConfigCheckResponse From(ConfigCheck check) =>
        new(check.IsValid, Describe(check.Errors), Describe(check.Warnings));

    private static IReadOnlyList<ProblemError> Describe(IEnumerable<ConfigIssue> issues) =>
        [.. issues.Select(issue => new ProblemError(issue.Pointer, issue.Message))];
}
