using Connector.Testing.Checks;

namespace Connector.Testing;

/// <summary>One rule that every connector keeps, applied to one connector.</summary>
/// <remarks>Independent of the other checks: any order, also at the same time.</remarks>
public sealed class ConformanceCheck
{
    private readonly Rule rule;
    private readonly Subject subject;

    internal ConformanceCheck(Rule rule, Subject subject)
    {
        this.rule = rule;
        this.subject = subject;
    }

    /// <summary>
    /// Short and stable, such as <c>no-retries</c>; the key of <see cref="ConnectorUnderTest.Waived"/>.
    /// </summary>
    public string Name => rule.Name;

    /// <summary>The rule in a sentence.</summary>
    public string Rule => rule.Sentence;

    /// <summary>Tries the connector.</summary>
    /// <param name="cancellationToken">Fires when nobody waits for the result any more.</param>
    /// <returns>What was found. A connector that throws or hangs is a finding, not an exception.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<ConformanceResult> RunAsync(CancellationToken cancellationToken = default)
    {
        if (subject.Description.Waived.TryGetValue(Name, out var reason))
        {
            return new ConformanceResult(this, ConformanceStatus.Waived, [reason]);
        }

        var findings = new Findings();
        try
        {
            await rule.Apply(subject, findings, cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            findings.Add($"The connector could not be tried, {error.GetType().Name}: {error.Message}");
        }

        return findings.ToResult(this);
    }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
