using System.Text.Json;
using Connector.Abstractions;
using Connectors.TwilioSms.Configuration;

namespace Connectors.TwilioSms;

/// <summary>
/// Finds what the schema can't express. Works on the JSON, for a faulty configuration may not bind to the options.
/// </summary>
internal static class TwilioSmsOptionsValidator
{
    public static IReadOnlyList<ConfigIssue> Validate(JsonElement config) => config.ValueKind == JsonValueKind.Object
        ?
        [
            .. CredentialRules.Check(config),
            .. SenderRules.Check(config),
            .. AddressRules.Check(config),
            .. TemplateRules.Check(config),
        ]
        : [];
}
