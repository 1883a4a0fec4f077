using System.Text.Json.Serialization;
using Connectors.Sandbox.Inbox;

namespace Connectors.Sandbox;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SandboxOptions))]
[JsonSerializable(typeof(StoredMessage))]
internal sealed partial class SandboxJsonContext : JsonSerializerContext;
