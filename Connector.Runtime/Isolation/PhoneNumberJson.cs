using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Abstractions;

namespace Connector.Runtime.Isolation;

/// <summary>A number with all its digits, which must never be in any other JSON.</summary>
internal sealed class PhoneNumberJson : JsonConverter<PhoneNumber>
{
    public override PhoneNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PhoneNumber.TryParse(reader.GetString(), out var phone) ? phone : throw new JsonException("No phone number.");

    public override void Write(Utf8JsonWriter writer, PhoneNumber value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.E164);
}
