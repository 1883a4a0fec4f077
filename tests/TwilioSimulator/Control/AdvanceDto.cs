namespace TwilioSimulator.Control;

internal sealed record AdvanceDto
{
    public string? Sid { get; init; }

    // Not init: the generated reader would set it to zero when the JSON has none.
    public int Steps { get; set; } = 1;
}
