using System.Text.Json.Serialization;

namespace Connector.Runtime.Delivery;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(MessageFilter))]
internal sealed partial class ArchiveJsonContext : JsonSerializerContext;
