namespace Connector.Measurements.Start;

/// <summary>From starting a process to its first good answer.</summary>
/// <param name="Elapsed">As a clock on the wall shows.</param>
/// <param name="Cpu">What the process used of the processor, whatever else the machine did.</param>
internal sealed record StartTime(TimeSpan Elapsed, TimeSpan Cpu);
