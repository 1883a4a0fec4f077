namespace TwilioSimulator.Control;

internal sealed record ControlErrorDto(string Error);
