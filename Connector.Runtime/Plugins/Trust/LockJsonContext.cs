using System.Text.Json.Serialization;

namespace Connector.Runtime.Plugins;

/// <summary>Reads and writes the lock file. A member that nobody knows is a slip, and a slip here is a danger.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(PluginLock))]
internal sealed partial class LockJsonContext : JsonSerializerContext;
