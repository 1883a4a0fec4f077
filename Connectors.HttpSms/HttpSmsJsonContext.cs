using System.Text.Json.Serialization;

namespace Connectors.HttpSms;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(HttpSmsOptions))]
internal sealed partial class HttpSmsJsonContext : JsonSerializerContext;
