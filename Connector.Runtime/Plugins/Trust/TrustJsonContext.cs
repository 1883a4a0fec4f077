using System.Text.Json.Serialization;

namespace Connector.Runtime.Plugins;

/// <summary>
/// Reads and writes what operators own. A member that nobody knows is a slip, and a slip here is a danger.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(PluginLock))]
[JsonSerializable(typeof(Revocations))]
internal sealed partial class TrustJsonContext : JsonSerializerContext;
