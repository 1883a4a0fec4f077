namespace TwilioSimulator.Control;

internal sealed record AdvanceDto
{
    public string? Sid { get; init; }

    public int Steps { get; init; } = 1;
}
