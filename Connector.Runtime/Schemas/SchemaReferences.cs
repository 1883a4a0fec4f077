using System.Text.Json;

namespace Connector.Runtime.Schemas;

/// <summary>Follows the references and combinations of a schema.</summary>
internal sealed class SchemaReferences(JsonElement root)
{
    private static readonly string[] Combinations = ["allOf", "anyOf", "oneOf"];

    /// <summary>
    /// The schemas themselves, those they refer to and those they combine. What isn't an object, or refers to nothing
    /// in the document, is left out.
    /// </summary>
    public IReadOnlyList<JsonElement> Resolve(IEnumerable<JsonElement> schemas)
    {
        var found = new List<JsonElement>();
        var open = new Queue<JsonElement>(schemas);

        // Only references make circles, so it is enough to follow each once.
        var followed = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var schema))
        {
            if (schema.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            if (Reference(schema) is not { } reference)
            {
                found.Add(schema);
                EnqueueCombined(schema, open);
            }
            else if (followed.Add(reference) && JsonPointer.TryFollow(root, reference, out var target))
            {
                open.Enqueue(target);
            }
        }

        return found;
    }

    private static string? Reference(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) && reference.ValueKind == JsonValueKind.String
            ? reference.GetString()
            : null;

    private static void EnqueueCombined(JsonElement schema, Queue<JsonElement> open)
    {
        foreach (var combination in Combinations)
        {
            if (schema.TryGetProperty(combination, out var schemas) && schemas.ValueKind == JsonValueKind.Array)
            {
                foreach (var combined in schemas.EnumerateArray())
                {
                    open.Enqueue(combined);
                }
            }
        }
    }
}
