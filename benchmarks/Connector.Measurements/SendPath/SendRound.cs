namespace Connector.Measurements.SendPath;

internal sealed record SendRound(double SendsPerSecond, double BytesPerSend);
