using TwilioSimulator.Faults;

namespace TwilioSimulator.Control;

/// <summary>A switch in the control API's JSON.</summary>
internal sealed record FaultDto
{
    public required FaultKind Kind { get; init; }

    public int? Count { get; init; }

    // Not init: the generated reader would set it to its type's default when the JSON has none.
    public FaultOperation Operation { get; set; } = FaultOperation.Create;

    public string? To { get; init; }

    public int? RetryAfterSeconds { get; init; }

    public int? DelayMilliseconds { get; init; }

    public int? ErrorCode { get; init; }

    public static FaultDto Of(FaultSwitch fault) =>
        new()
        {
            Kind = fault.Kind,
            Count = fault.Count,
            Operation = fault.Operation,
            To = fault.To,
            RetryAfterSeconds = (int?)fault.RetryAfter?.TotalSeconds,
            DelayMilliseconds = (int?)fault.Delay?.TotalMilliseconds,
            ErrorCode = fault.ErrorCode,
        };

    public FaultSwitch ToSwitch() =>
        new(Kind)
        {
            Count = Count,
            Operation = Operation,
            To = To,
            RetryAfter = RetryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Delay = DelayMilliseconds is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
            ErrorCode = ErrorCode,
        };

    // Holds a number.
    public override string ToString() => $"{Kind} {Operation}";
}
