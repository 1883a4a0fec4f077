namespace TwilioSimulator.Faults;

/// <summary>Which requests go wrong, and how.</summary>
/// <param name="Kind">How the answer goes wrong.</param>
public sealed record FaultSwitch(FaultKind Kind)
{
    /// <summary>How many requests it hits before it switches itself off.</summary>
    /// <value>Default: <see langword="null"/>, until it is cleared.</value>
    public int? Count { get; init; }

    /// <summary>Which requests it hits.</summary>
    /// <value>Default: those that create a message.</value>
    public FaultOperation Operation { get; init; } = FaultOperation.Create;

    /// <summary>Hits only requests to this recipient.</summary>
    public string? To { get; init; }

    /// <summary>Adds a Retry-After header, in whole seconds.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long <see cref="FaultKind.Slow"/> and <see cref="FaultKind.SlowBody"/> wait.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>The code in the answer, where the kind has one.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Kind and operation; the recipient stays out of logs.</summary>
    /// <returns>Text without the number.</returns>
    public override string ToString() => $"{Kind} {Operation}";
}
