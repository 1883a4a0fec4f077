namespace TwilioSimulator.Faults;

internal sealed record ProblemError(string Detail, string Pointer);
