namespace TwilioSimulator.Progress;

/// <summary>One status change that happened.</summary>
/// <param name="IsLast">No further change will come by itself.</param>
/// <param name="Reported">Ends when the receiver has answered, or the retry has failed too; never faults.</param>
internal sealed record StatusStep(bool IsLast, Task Reported);
