using System.Text.Json;
using Connector.Abstractions;

namespace Connectors.TwilioSms.Configuration;

internal static class SenderRules
{
    public static IEnumerable<ConfigIssue> Check(JsonElement config)
    {
        var hasService = config.Mentions("fromMessagingServiceSID");
        var hasFrom = config.Mentions("from");
        if (!hasService && !hasFrom)
        {
            yield return new ConfigIssue(
                "/fromMessagingServiceSID",
                "There is no sender: give fromMessagingServiceSID, or a number, short code or name in 'from'.");
        }

        if (hasService && hasFrom)
        {
            yield return new ConfigIssue(
                "/from",
                "Beside a messaging service Twilio takes 'from' only when it belongs to the service's sender pool.",
                ConfigIssueSeverity.Warning);
        }

        if (config.ReadText("from") is { } from && from.Any(char.IsAsciiLetter))
        {
            yield return new ConfigIssue(
                "/from",
                "People can't reply to an alphanumeric sender, and some countries, such as the US, don't deliver it.",
                ConfigIssueSeverity.Warning);
        }
    }
}
