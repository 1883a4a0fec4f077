using System.Text.Json;
using Connector.Abstractions;
using Connectors.HttpSms.Configuration;

namespace Connectors.HttpSms;

/// <summary>
/// Finds what the schema can't express. Works on the JSON, for a faulty configuration may not bind to the options.
/// </summary>
internal static class HttpSmsOptionsValidator
{
    public static IReadOnlyList<ConfigIssue> Validate(JsonElement config) => config.ValueKind == JsonValueKind.Object
        ?
        [
            .. AddressRules.Check(config),
            .. PlaceholderRules.Check(config),
            .. CredentialRules.Check(config),
            .. HeaderRules.Check(config),
            .. BodyRules.Check(config),
            .. AnswerRules.Check(config),
            .. TemplateRules.Check(config),
        ]
        : [];
}
