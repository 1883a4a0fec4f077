namespace Connector.Testing;

/// <summary>What a <see cref="ConformanceCheck"/> found. Immutable.</summary>
public sealed class ConformanceResult
{
    internal ConformanceResult(ConformanceCheck check, ConformanceStatus status, IReadOnlyList<string> findings)
    {
        Check = check;
        Status = status;
        Findings = findings;
    }

    /// <summary>The check.</summary>
    public ConformanceCheck Check { get; }

    /// <summary>How it ended.</summary>
    public ConformanceStatus Status { get; }

    /// <summary>
    /// What is wrong, one thing each, and how to mend it; the reason when the check didn't apply or was waived; empty
    /// when passed.
    /// </summary>
    public IReadOnlyList<string> Findings { get; }

    /// <summary>The name, the status, the rule and the findings.</summary>
    /// <returns>One or several lines.</returns>
    public override string ToString() => string.Join(
        Environment.NewLine,
        [$"{Status}: {Check.Name}. {Check.Rule}", .. Findings.Select(finding => $"  - {finding}")]);
}
