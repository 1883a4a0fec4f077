namespace TwilioSimulator.Control;

/// <summary>How many messages a control request moved.</summary>
internal sealed record CountDto(int Moved);
