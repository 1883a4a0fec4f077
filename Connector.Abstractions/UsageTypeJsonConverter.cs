using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Abstractions;

/// <summary>Reads and writes a usage type as its name. Thread-safe.</summary>
/// <remarks>Public because the source generator can't see it otherwise from the project of a config type.</remarks>
public sealed class UsageTypeJsonConverter : JsonConverter<UsageType>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">There is no string, or it is blank or longer than 64 characters.</exception>
    public override UsageType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = reader.GetString();
        return string.IsNullOrWhiteSpace(value) || value.Length > UsageType.MaxLength
            ? throw new JsonException($"A usage type is a name of 1 to {UsageType.MaxLength} characters.")
            : new UsageType(value);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, UsageType value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
