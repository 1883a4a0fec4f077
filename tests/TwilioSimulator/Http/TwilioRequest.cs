using TwilioSimulator.Accounts;

namespace TwilioSimulator.Http;

/// <summary>An authenticated request, as the endpoints see it.</summary>
internal sealed record TwilioRequest(
    SimulatedAccount Account,
    string Path,
    string Sid,
    FormFields Form,
    IQueryCollection Query)
{
    // Holds numbers and message texts.
    public override string ToString() => Path;
}
