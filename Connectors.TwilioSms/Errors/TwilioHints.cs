using System.Collections.Frozen;

namespace Connectors.TwilioSms.Errors;

/// <summary>What an operator can do about the errors that an account's set-up causes.</summary>
internal static class TwilioHints
{
    private static readonly FrozenDictionary<string, string> Hints = new Dictionary<string, string>
    {
        ["20003"] = "Twilio doesn't accept the credentials. Check accountSID with authToken, or apiKeySID with "
            + "apiKeySecret; keys of another region don't work here.",
        ["20404"] = "Twilio doesn't find the account. Check accountSID, region and edge.",
        ["21211"] = "The number doesn't exist or isn't complete.",
        ["21408"] = "The account may not send to this country. Allow it under Messaging geographic permissions.",
        ["21606"] = "The sender in 'from' doesn't belong to the account or can't send SMS.",
        ["21608"] = "A trial account only sends to numbers verified in the Twilio console.",
        ["21610"] = "The recipient replied STOP to this sender.",
        ["21612"] = "This sender can't reach this number.",
        ["21614"] = "The number can't receive SMS; it is probably a landline.",
        ["21617"] = "The text has more than 1600 characters.",
        ["21701"] = "The messaging service doesn't exist in this account. Check fromMessagingServiceSID.",
        ["21703"] = "The messaging service has no sender for this destination.",
        ["21704"] = "The messaging service has no senders. Add a number to its sender pool.",
        ["30032"] = "The toll-free number is not verified yet.",
        ["30034"] = "US numbers need a registered A2P 10DLC campaign.",
        ["63038"] = "The account has used up its daily messages.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string? Find(string? code) => code is not null && Hints.TryGetValue(code, out var hint) ? hint : null;
}
