namespace Connector.Testing.Checks;

/// <summary>Collects what a check finds. Thread-safe.</summary>
internal sealed class Findings
{
    private readonly Lock gate = new();
    private readonly List<string> found = [];
    private string? skipReason;

    public IReadOnlyList<string> Found
    {
        get
        {
            lock (gate)
            {
                return [.. found];
            }
        }
    }

    public void Add(string finding)
    {
        lock (gate)
        {
            found.Add(finding);
        }
    }

    public void AddAll(IEnumerable<string> findings)
    {
        foreach (var finding in findings)
        {
            Add(finding);
        }
    }

    /// <summary>The rule doesn't concern the connector.</summary>
    public void Skip(string reason) => skipReason = reason;

    public ConformanceResult ToResult(ConformanceCheck check)
    {
        lock (gate)
        {
            return (found.Count, skipReason) switch
            {
                ( > 0, _) => new ConformanceResult(check, ConformanceStatus.Failed, [.. found.Distinct()]),
                (_, { } reason) => new ConformanceResult(check, ConformanceStatus.NotApplicable, [reason]),
                _ => new ConformanceResult(check, ConformanceStatus.Passed, []),
            };
        }
    }
}
