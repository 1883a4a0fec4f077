using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Connector.Testing.Schemas;

/// <summary>JSON Schema's names for what a .NET type is in JSON.</summary>
internal static class JsonTypeNames
{
    private static readonly Dictionary<Type, string> Scalars = new()
    {
        [typeof(bool)] = "boolean",
        [typeof(string)] = "string",
        [typeof(char)] = "string",
        [typeof(Guid)] = "string",
        [typeof(Uri)] = "string",
        [typeof(DateTime)] = "string",
        [typeof(DateTimeOffset)] = "string",
        [typeof(DateOnly)] = "string",
        [typeof(TimeOnly)] = "string",
        [typeof(TimeSpan)] = "string",
        [typeof(byte)] = "integer",
        [typeof(sbyte)] = "integer",
        [typeof(short)] = "integer",
        [typeof(ushort)] = "integer",
        [typeof(int)] = "integer",
        [typeof(uint)] = "integer",
        [typeof(long)] = "integer",
        [typeof(ulong)] = "integer",
        [typeof(float)] = "number",
        [typeof(double)] = "number",
        [typeof(decimal)] = "number",
    };

    /// <returns><see langword="null"/> for a type with a converter of its own, which may be anything.</returns>
    public static string? Of(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "object",
        JsonTypeInfoKind.Enumerable => "array",
        _ when ScalarOf(type).IsEnum => ValuesOf(type) is null ? "integer" : "string",
        _ => Scalars.GetValueOrDefault(ScalarOf(type)),
    };

    public static string Text(JsonTypeInfo type) => Of(type) ?? "unknown";

    /// <summary>The texts that an enumeration is written as.</summary>
    /// <returns><see langword="null"/> for other types, and for one written as numbers.</returns>
    public static IReadOnlyList<string>? ValuesOf(JsonTypeInfo type)
    {
        var scalar = ScalarOf(type);
        if (!scalar.IsEnum)
        {
            return null;
        }

        var values = Enum.GetValuesAsUnderlyingType(scalar).Cast<object>()
            .Select(value => JsonSerializer.SerializeToElement(Enum.ToObject(scalar, value), type))
            .ToList();
        return values.TrueForAll(value => value.ValueKind == JsonValueKind.String)
            ? [.. values.Select(value => value.GetString()!)]
            : null;
    }

    /// <summary>The type without its being nullable.</summary>
    public static Type ScalarOf(JsonTypeInfo type) => Nullable.GetUnderlyingType(type.Type) ?? type.Type;
}
