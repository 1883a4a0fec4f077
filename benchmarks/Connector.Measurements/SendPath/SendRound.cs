namespace Connector.Measurements.SendPath;

/// <summary>One round's averages; processor time is this process's alone, whatever else the machine does.</summary>
internal sealed record SendRound(double SendsPerSecond, double CpuMicrosecondsPerSend, double BytesPerSend);
