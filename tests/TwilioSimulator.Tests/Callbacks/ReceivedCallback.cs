namespace TwilioSimulator.Tests.Callbacks;

internal sealed record ReceivedCallback(
    IReadOnlyDictionary<string, string> Form,
    IReadOnlyDictionary<string, string> Headers)
{
    public string Status => Form["MessageStatus"];
}
