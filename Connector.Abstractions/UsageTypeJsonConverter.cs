using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Abstractions;

internal sealed class UsageTypeJsonConverter : JsonConverter<UsageType>
{
    public override UsageType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = reader.GetString();
        return string.IsNullOrWhiteSpace(value) || value.Length > UsageType.MaxLength
            ? throw new JsonException($"A usage type is a name of 1 to {UsageType.MaxLength} characters.")
            : new UsageType(value);
    }

    public override void Write(Utf8JsonWriter writer, UsageType value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
