namespace Connector.Runtime.Delivery;

/// <summary>Pauses that double from the first to the longest.</summary>
internal sealed record Backoff(TimeSpan First, TimeSpan Longest)
{
    /// <param name="failures">Since the last success, before the present one.</param>
    public TimeSpan After(long failures)
    {
        // Beyond this exponent any sensible first pause exceeds any sensible longest one.
        const int Steepest = 20;
        var pause = First * Math.Pow(2, Math.Min(failures, Steepest));
        return pause < Longest ? pause : Longest;
    }
}
