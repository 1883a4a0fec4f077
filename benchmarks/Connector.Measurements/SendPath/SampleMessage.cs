namespace Connector.Measurements.SendPath;

internal static class SampleMessage
{
    // A number that the United Kingdom keeps free for drama, valid and nobody's.
    public const string Phone = "+447700900123";
    public const string Code = "384920";
}
