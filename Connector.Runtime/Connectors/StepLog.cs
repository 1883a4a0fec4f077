using System.Globalization;

namespace Connector.Runtime.Connectors;

/// <summary>
/// The steps of one test, with what the connector logs meanwhile, for the person who tests. Keeps the first steps only,
/// however much a connector writes. Thread-safe.
/// </summary>
internal sealed class StepLog(TimeProvider timeProvider)
{
    private const int MaxSteps = 200;
    private const int MaxStepLength = 500;

    // Flows with the test into the connector's code, not into other messages that the connector sends meanwhile.
    private static readonly AsyncLocal<StepLog?> InFlow = new();

    private readonly long started = timeProvider.GetTimestamp();
    private readonly Lock gate = new();
    private readonly List<string> steps = [];

    public static StepLog? Current => InFlow.Value;

    public IReadOnlyList<string> Steps
    {
        get
        {
            lock (gate)
            {
                return [.. steps];
            }
        }
    }

    /// <summary>
    /// Begins a log that the connectors called from here on write to, until the calling method returns.
    /// </summary>
    public static StepLog Begin(TimeProvider timeProvider) => InFlow.Value = new StepLog(timeProvider);

    public void Add(string step)
    {
        var text = step.Length <= MaxStepLength ? step : $"{step.AsSpan(0, MaxStepLength)}…";
        var elapsed = timeProvider.GetElapsedTime(started).TotalMilliseconds;
        lock (gate)
        {
            if (steps.Count < MaxSteps)
            {
                steps.Add(string.Create(CultureInfo.InvariantCulture, $"{elapsed:0} ms: {text}"));
            }
            else if (steps.Count == MaxSteps)
            {
                steps.Add($"More than {MaxSteps} steps; the rest is left out.");
            }
        }
    }
}
