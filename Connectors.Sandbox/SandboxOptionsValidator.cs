using System.Text.Json;
using Connector.Abstractions;
using Connectors.Sandbox.Configuration;

namespace Connectors.Sandbox;

/// <summary>
/// Finds what the schema can't express. Works on the JSON, for a faulty configuration may not bind to the options.
/// </summary>
internal static class SandboxOptionsValidator
{
    public static IReadOnlyList<ConfigIssue> Validate(JsonElement config) => config.ValueKind == JsonValueKind.Object
        ? [.. TemplateRules.Check(config), .. NumberRules.Check(config)]
        : [];
}
