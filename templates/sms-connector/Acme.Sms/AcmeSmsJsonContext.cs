using System.Text.Json.Serialization;
using AcmeNamespace.Wire;

namespace AcmeNamespace;

/// <summary>All that becomes or comes from JSON. Generated code starts fast and lets the plugin unload.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AcmeSmsOptions))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(MessageAnswer))]
internal sealed partial class AcmeSmsJsonContext : JsonSerializerContext;
