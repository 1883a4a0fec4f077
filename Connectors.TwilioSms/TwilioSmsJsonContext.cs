using System.Text.Json.Serialization;

namespace Connectors.TwilioSms;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TwilioSmsOptions))]
internal sealed partial class TwilioSmsJsonContext : JsonSerializerContext;
