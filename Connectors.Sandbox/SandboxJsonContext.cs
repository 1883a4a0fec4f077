using System.Text.Json.Serialization;
using Connectors.Sandbox.Inbox;
using Connectors.Sandbox.Receipts;

namespace Connectors.Sandbox;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SandboxOptions))]
[JsonSerializable(typeof(StoredMessage))]
[JsonSerializable(typeof(SandboxReceipt))]
internal sealed partial class SandboxJsonContext : JsonSerializerContext;
