using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Abstractions;
using Microsoft.Extensions.Configuration;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Connector.Runtime.Schemas;

/// <summary>The JSON Schema of a plugin's configuration. Thread-safe.</summary>
internal sealed class ConfigSchema
{
    private readonly SchemaNode root;
    private readonly Lazy<JsonSchema> validator;

    private ConfigSchema(string source, JsonElement document)
    {
        Source = source;
        root = SchemaNode.Of(document);
        validator = new Lazy<JsonSchema>(ParseValidator);
    }

    /// <summary>The text it was read from.</summary>
    public string Source { get; }

    /// <summary>Reads a schema. NJsonSchema sees it at the first validation only: it takes long to start.</summary>
    /// <exception cref="ConfigSchemaException">The text is not a JSON object.</exception>
    public static ConfigSchema Parse(string json)
    {
        try
        {
            var document = JsonElement.Parse(json);
            return document.ValueKind == JsonValueKind.Object
                ? new ConfigSchema(json, document)
                : throw new ConfigSchemaException("The config schema is not a JSON object.");
        }
        catch (JsonException error)
        {
            throw new ConfigSchemaException($"The config schema is not JSON (line {error.LineNumber + 1}).", error);
        }
    }

    /// <summary>
    /// Converts settings to the types of the schema. Never fails; what doesn't fit stays for validation.
    /// </summary>
    public JsonElement Read(IConfigurationSection settings)
    {
        var node = SettingsJson.Read(settings, root);
        return ToElement(node);
    }

    /// <summary>A copy without secrets.</summary>
    public JsonElement Redact(JsonElement config) =>
        ToElement(Secrets.Redact(config, root));

    /// <summary>Puts stored secrets back in the places of their masks.</summary>
    /// <param name="config">What was sent.</param>
    /// <param name="stored">What was stored before; undefined when there is nothing.</param>
    /// <returns>The configuration with its secrets, and an issue for each mask that stands for none.</returns>
    public (JsonElement Config, IReadOnlyList<ConfigIssue> Missing) KeepSecrets(JsonElement config, JsonElement stored)
    {
        var (kept, missing) = KeptSecrets.PutBack(config, stored, root);
        return (ToElement(kept), missing);
    }

    /// <summary>Everything the schema has against a configuration.</summary>
    /// <exception cref="ConfigSchemaException">NJsonSchema can't use the schema.</exception>
    public IReadOnlyList<ConfigIssue> Validate(JsonElement config) =>
        [.. SchemaErrors.Describe(FindErrors(config), config).Distinct()];

    private static JsonElement ToElement(JsonNode? node) =>
        JsonSerializer.SerializeToElement(node ?? new JsonObject(), SchemaJsonContext.Default.JsonNode);

    private static bool IsOfValidator(Exception error) => error is Newtonsoft.Json.JsonException
        or InvalidOperationException or ArgumentException or NotSupportedException or FormatException;

    // Some faults of a schema, such as a pattern that is no regular expression, show only when it is applied.
    private IEnumerable<ValidationError> FindErrors(JsonElement config)
    {
        try
        {
            return validator.Value.Validate(config.GetRawText());
        }
        catch (Exception error) when (IsOfValidator(error))
        {
            throw new ConfigSchemaException(
                "The config schema is JSON, but not a JSON Schema that the validator can apply.", error);
        }
    }

    // Nothing to wait for: the pipeline lets no schema in that refers to other documents.
    private JsonSchema ParseValidator() => JsonSchema.FromJsonAsync(Source).GetAwaiter().GetResult();
}
