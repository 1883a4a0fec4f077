namespace TwilioSimulator.Accounts;

internal sealed record AccountResource(
    string Sid,
    string FriendlyName,
    string Status,
    string Type,
    string OwnerAccountSid,
    string Uri);
