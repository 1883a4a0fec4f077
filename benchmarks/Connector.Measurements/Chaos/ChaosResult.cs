namespace Connector.Measurements.Chaos;

/// <summary>How long sends of a healthy connector took, in milliseconds.</summary>
/// <param name="Alone">The median, while the other connector had nothing to do.</param>
/// <param name="Beside">The median, while the other went wrong again and again.</param>
/// <param name="WorstAlone">The 99th percentile.</param>
/// <param name="WorstBeside">The same, beside it.</param>
internal sealed record ChaosResult(double Alone, double Beside, double WorstAlone, double WorstBeside);
