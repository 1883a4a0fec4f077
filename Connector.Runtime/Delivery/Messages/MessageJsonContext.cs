using System.Text.Json.Serialization;

namespace Connector.Runtime.Delivery;

/// <summary>The JSON of what the database keeps of messages.</summary>
[JsonSourceGenerationOptions(
    System.Text.Json.JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessageContent))]
[JsonSerializable(typeof(MessageResult))]
internal sealed partial class MessageJsonContext : JsonSerializerContext;
