namespace TwilioSimulator.Accounts;

internal sealed record SimulatedAccount(string Sid, string FriendlyName, bool IsTest)
{
    public override string ToString() => Sid;
}
