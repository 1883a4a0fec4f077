using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Connector.Testing.Schemas;

/// <summary>Compares a connector's config schema with the type that its configuration is bound to.</summary>
public static class ConfigSchemaComparison
{
    private const int MaxDepth = 32;

    /// <summary>Finds what the schema promises and the type doesn't keep, and the other way round.</summary>
    /// <param name="schema">The JSON Schema. References within it are followed.</param>
    /// <param name="type">How the type reads and writes JSON.</param>
    /// <returns>
    /// The differences in members, their JSON types, allowed values and whether they are required, each with the JSON
    /// Pointer of its place in a configuration; empty when there are none.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<string> Compare(JsonElement schema, JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return [.. Differences(new SchemaView(schema, schema), type, "", depth: 0)];
    }

    private static IEnumerable<string> Differences(SchemaView schema, JsonTypeInfo type, string pointer, int depth)
    {
        if (depth > MaxDepth)
        {
            return [];
        }

        if (!schema.Allows(JsonTypeNames.Of(type)))
        {
            var inType = $"{JsonTypeNames.ScalarOf(type).Name} is {JsonTypeNames.Text(type)}";
            return [$"{At(pointer)}: the schema says {schema.TypeText}, {inType}."];
        }

        return type.Kind switch
        {
            JsonTypeInfoKind.Object => CompareMembers(schema, type, pointer, depth),
            JsonTypeInfoKind.Enumerable when schema.Items is { } items =>
                Differences(items, ElementOf(type), $"{pointer}/0", depth + 1),
            JsonTypeInfoKind.Dictionary when schema.FurtherMembers is { } values =>
                Differences(values, ElementOf(type), $"{pointer}/*", depth + 1),
            _ => CompareValues(schema, type, pointer),
        };
    }

    private static IEnumerable<string> CompareMembers(
        SchemaView schema, JsonTypeInfo type, string pointer, int depth)
    {
        var inType = type.Properties
            .Where(property => property.Get is not null || property.Set is not null)
            .ToDictionary(property => property.Name, StringComparer.Ordinal);
        var inSchema = schema.Members.ToDictionary(member => member.Name, StringComparer.Ordinal);
        foreach (var name in inSchema.Keys.Except(inType.Keys, StringComparer.Ordinal))
        {
            yield return $"{pointer}/{name}: only the schema knows it; {type.Type.Name} would drop it.";
        }

        foreach (var name in inType.Keys.Except(inSchema.Keys, StringComparer.Ordinal))
        {
            yield return $"{pointer}/{name}: only {type.Type.Name} knows it; nobody could configure it.";
        }

        foreach (var (name, property) in inType.Where(property => inSchema.ContainsKey(property.Key)))
        {
            var place = $"{pointer}/{name}";
            var isRequired = schema.Requires(name);
            if (isRequired != IsRequired(property))
            {
                yield return $"{place}: required in {(isRequired ? "the schema" : type.Type.Name)} only.";
            }

            var member = type.Options.GetTypeInfo(property.PropertyType);
            foreach (var difference in Differences(inSchema[name].Schema, member, place, depth + 1))
            {
                yield return difference;
            }
        }
    }

    private static IEnumerable<string> CompareValues(SchemaView schema, JsonTypeInfo type, string pointer)
    {
        if (schema.Values is not { } allowed || JsonTypeNames.ValuesOf(type) is not { } known)
        {
            yield break;
        }

        // The names of an enumeration are read without regard to case.
        var name = JsonTypeNames.ScalarOf(type).Name;
        foreach (var value in allowed.Except(known, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"{At(pointer)}: the schema allows '{value}', which {name} lacks.";
        }

        foreach (var value in known.Except(allowed, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"{At(pointer)}: {name} has '{value}', which the schema doesn't allow.";
        }
    }

    private static JsonTypeInfo ElementOf(JsonTypeInfo type) => type.Options.GetTypeInfo(type.ElementType!);

    // A constructor's parameter without a default must be there too.
    private static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false };

    private static string At(string pointer) => pointer.Length == 0 ? "The configuration" : pointer;
}
