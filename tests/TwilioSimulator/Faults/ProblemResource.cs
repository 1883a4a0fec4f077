namespace TwilioSimulator.Faults;

internal sealed record ProblemResource(
    string Type,
    string Title,
    int Status,
    int Code,
    string Detail,
    string Instance,
    IReadOnlyList<ProblemError> Errors);
