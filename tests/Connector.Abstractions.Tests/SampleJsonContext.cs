using System.Text.Json.Serialization;

namespace Connector.Abstractions.Tests;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SampleConfig))]
internal sealed partial class SampleJsonContext : JsonSerializerContext;
