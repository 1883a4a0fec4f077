using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Abstractions;
using Connector.Testing.Schemas;
using NJsonSchema;

namespace Connector.Testing.Checks;

/// <summary>What can be seen without sending.</summary>
internal static partial class ConfigRules
{
    private const string Address = "http://127.0.0.1:9";
    private const string NoSchema = "The assembly carries no config schema that is a JSON object.";

    private static readonly string[] Explanations = ["title", "description"];

    private static readonly string[] Passive =
    [
        "const", "contains", "if", "then", "else", "dependentRequired", "dependentSchemas", "dependencies",
        "propertyNames", "prefixItems", "unevaluatedItems", "unevaluatedProperties",
    ];

    public static IReadOnlyList<Rule> All { get; } =
    [
        ManifestRule.Rule,
        new("config-schema", "The schema is closed, explains every member, and marks secrets.", SchemaAsync),
        new("config-type", "The schema and the config type have the same members of the same types.", TypeAsync),
        new("config-sample", "The sample configuration has no issue, and no JSON makes the validator throw.", SampleAsync),
    ];

    private static Task SchemaAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        var schema = new EmbeddedFiles(subject.PluginType).ReadSchema();
        if (schema.ValueKind != JsonValueKind.Object)
        {
            findings.Add(NoSchema);
            return Task.CompletedTask;
        }

        foreach (var (pointer, part) in new SchemaView(schema, schema).Walk())
        {
            findings.AddAll(CheckPart(pointer.Length == 0 ? "The schema" : pointer, part));
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string> CheckPart(string pointer, SchemaView part)
    {
        if (part.Types.Contains("object") && !part.IsClosed)
        {
            yield return $"{pointer} lacks \"additionalProperties\": false; a misspelt name would go unnoticed.";
        }

        // What an array's items or a map's values are, the array or map tells.
        var isElement = pointer.EndsWith("/0", StringComparison.Ordinal) || pointer.EndsWith('*');
        foreach (var keyword in Explanations.Where(keyword => !isElement && !part.Says(keyword)))
        {
            yield return $"{pointer} lacks a {keyword}; the form shows it.";
        }

        foreach (var keyword in Passive.Where(part.Says))
        {
            yield return $"{pointer} uses {keyword}, which the host's validator passes over. Check it in the validator.";
        }

        if (SecretName().IsMatch(pointer) && part.Allows("string") && !part.IsSecret)
        {
            yield return $"{pointer} looks like a secret but isn't \"writeOnly\": true; hosts would show its value.";
        }
    }

    private static Task TypeAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        var schema = new EmbeddedFiles(subject.PluginType).ReadSchema();
        if (subject.Description.ConfigType is not { } type)
        {
            findings.Add("Give ConfigType, or waive this check if the connector reads its configuration by hand.");
        }
        else
        {
            findings.AddAll(schema.ValueKind == JsonValueKind.Object
                ? ConfigSchemaComparison.Compare(schema, type)
                : [NoSchema]);
        }

        return Task.CompletedTask;
    }

    private static async Task SampleAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        var config = subject.Description.Config(Address);
        if (new EmbeddedFiles(subject.PluginType).ReadSchema() is { ValueKind: JsonValueKind.Object } document)
        {
            var schema = await JsonSchema.FromJsonAsync(document.GetRawText(), cancellationToken);
            findings.AddAll(schema.Validate(config)
                .Select(error => $"The schema refuses the sample configuration: {error.Kind} at {error.Path}."));
        }

        if (subject.CreatePlugin() is IConnectorConfigValidator validator)
        {
            findings.AddAll(validator.Validate(JsonElement.Parse(config))
                .Where(issue => issue.Severity == ConfigIssueSeverity.Error)
                .Select(issue => $"The validator refuses the sample configuration at '{issue.Pointer}': {issue.Message}"));
            findings.AddAll(Distortions(config).Where(odd => Throws(validator, odd)).Select(odd =>
                $"The validator throws for a configuration that the schema refuses too: {Shorten(odd)}"));
        }
    }

    // Each member left out and of every other type, as people write it while the form is half filled in.
    private static IEnumerable<string> Distortions(string config)
    {
        string[] odd = ["null", "true", "7", "\"\"", "\"x\"", "[]", "{}", "[null]", "[[]]", "[{}]", "[\"x\"]"];
        foreach (var value in odd)
        {
            yield return value;
        }

        foreach (var name in JsonNode.Parse(config)!.AsObject().Select(member => member.Key))
        {
            foreach (var value in odd)
            {
                var distorted = JsonNode.Parse(config)!.AsObject();
                distorted[name] = JsonNode.Parse(value);
                yield return distorted.ToJsonString();
            }

            var without = JsonNode.Parse(config)!.AsObject();
            without.Remove(name);
            yield return without.ToJsonString();
        }
    }

    private static bool Throws(IConnectorConfigValidator validator, string config)
    {
        try
        {
            return validator.Validate(JsonElement.Parse(config)) is null;
        }
        catch (Exception)
        {
            return true;
        }
    }

    private static string Shorten(string config) => config.Length > 160 ? config[..160] + "…" : config;

    [GeneratedRegex(
        "(password|passphrase|secret|token|apiKey|privateKey|accessKey)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();
}
