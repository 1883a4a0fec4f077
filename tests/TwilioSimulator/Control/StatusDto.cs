namespace TwilioSimulator.Control;

internal sealed record StatusDto
{
    public required string Status { get; init; }

    public int? ErrorCode { get; init; }
}
