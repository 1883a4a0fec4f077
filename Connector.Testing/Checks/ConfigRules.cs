using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Abstractions;
using Connector.Testing.Schemas;
using NJsonSchema;

namespace Connector.Testing.Checks;

/// <summary>What can be seen without sending.</summary>
internal static class ConfigRules
{
    private const string Address = "http://127.0.0.1:9";

    public static IReadOnlyList<Rule> All { get; } =
    [
        ManifestRule.Rule,
        SchemaRule.Rule,
        new("config-type", "The schema and the config type have the same members of the same types.", TypeAsync),
        new(
            "config-sample",
            "The sample configuration has no issue, and no JSON makes the validator throw.",
            SampleAsync),
    ];

    private static Task TypeAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        var schema = EmbeddedFiles.Of(subject.PluginType).ReadSchema();
        if (subject.Description.ConfigType is not { } type)
        {
            findings.Add("Give ConfigType, or waive this check if the connector reads its configuration by hand.");
        }
        else
        {
            findings.AddAll(schema.ValueKind == JsonValueKind.Object
                ? ConfigSchemaComparison.Compare(schema, type)
                : [SchemaRule.NoSchema]);
        }

        return Task.CompletedTask;
    }

    private static async Task SampleAsync(Subject subject, Findings findings, CancellationToken cancellationToken)
    {
        var config = subject.Description.Config(Address);
        if (EmbeddedFiles.Of(subject.PluginType).ReadSchema() is { ValueKind: JsonValueKind.Object } document)
        {
            var schema = await JsonSchema.FromJsonAsync(document.GetRawText(), cancellationToken);
            findings.AddAll(schema.Validate(config)
                .Select(error => $"The schema refuses the sample configuration: {error.Kind} at {error.Path}."));
        }

        if (subject.CreatePlugin() is IConnectorConfigValidator validator)
        {
            findings.AddAll(validator.Validate(JsonElement.Parse(config))
                .Where(issue => issue.Severity == ConfigIssueSeverity.Error)
                .Select(issue => $"The validator refuses the sample at '{issue.Pointer}': {issue.Message}"));
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
}
