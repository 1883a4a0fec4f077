using System.Text.Json.Serialization;

namespace Connector.Host.Security;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ApiKeyFile))]
internal sealed partial class ApiKeyFileContext : JsonSerializerContext;
