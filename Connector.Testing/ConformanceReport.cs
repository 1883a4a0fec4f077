namespace Connector.Testing;

/// <summary>What all checks found. Immutable.</summary>
public sealed class ConformanceReport
{
    internal ConformanceReport(IReadOnlyList<ConformanceResult> results) => Results = results;

    /// <summary>A result for each check, in the order of <see cref="ConnectorConformance.Checks"/>.</summary>
    public IReadOnlyList<ConformanceResult> Results { get; }

    /// <summary>Whether no check failed.</summary>
    public bool HasPassed => !Results.Any(result => result.Status == ConformanceStatus.Failed);

    /// <summary>For test frameworks without an adapter: fails the test that calls it.</summary>
    /// <exception cref="ConformanceException">A check failed; the message says everything that was found.</exception>
    public void ThrowIfFailed()
    {
        if (!HasPassed)
        {
            throw new ConformanceException(ToString());
        }
    }

    /// <summary>Every result.</summary>
    /// <returns>Several lines.</returns>
    public override string ToString() => string.Join(Environment.NewLine, Results);
}
