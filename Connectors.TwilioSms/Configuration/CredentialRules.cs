using System.Text.Json;
using Connector.Abstractions;

namespace Connectors.TwilioSms.Configuration;

internal static class CredentialRules
{
    private static readonly string[] SingleLine =
        ["accountSID", "authToken", "fromMessagingServiceSID", "from", "apiKeySID", "apiKeySecret", "region", "edge"];

    public static IEnumerable<ConfigIssue> Check(JsonElement config) =>
        [.. CheckPairs(config), .. SingleLine.Where(name => EndsWithLineBreak(config, name)).Select(LineBreak)];

    private static IEnumerable<ConfigIssue> CheckPairs(JsonElement config)
    {
        var hasKey = config.Mentions("apiKeySID");
        var hasSecret = config.Mentions("apiKeySecret");
        var hasToken = config.Mentions("authToken");
        if (hasKey && !hasSecret)
        {
            yield return new ConfigIssue(
                "/apiKeySecret", "An API key needs its secret: give apiKeySecret, or remove apiKeySID.");
        }

        if (hasSecret && !hasKey)
        {
            yield return new ConfigIssue(
                "/apiKeySID", "There is a secret without its API key: give apiKeySID, or remove apiKeySecret.");
        }

        if (!hasToken && !hasKey && !hasSecret)
        {
            yield return new ConfigIssue(
                "/authToken", "Twilio needs a password: give authToken, or apiKeySID with apiKeySecret.");
        }
        else if (!hasToken)
        {
            yield return new ConfigIssue(
                "/authToken",
                "Without authToken delivery receipts can't be verified and are ignored: Twilio signs them with it, "
                    + "never with an API key.",
                ConfigIssueSeverity.Warning);
        }
    }

    // A secret mounted as a file often ends so, and a pattern's $ lets it pass.
    private static bool EndsWithLineBreak(JsonElement config, string name) =>
        config.ReadText(name) is [.., '\n' or '\r'];

    private static ConfigIssue LineBreak(string name) => new("/" + name, $"{name} ends with a line break. Remove it.");
}
