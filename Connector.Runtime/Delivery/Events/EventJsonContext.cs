using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Runtime.Delivery;

/// <summary>Members are named as in the API's own answers, and those without a value are left out.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EventBody<MessageResult>))]
[JsonSerializable(typeof(EventBody<TestEventData>))]
internal sealed partial class EventJsonContext : JsonSerializerContext;
