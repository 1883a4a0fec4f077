using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Connector.Runtime.Schemas;

[JsonSerializable(typeof(JsonNode))]
internal sealed partial class SchemaJsonContext : JsonSerializerContext;
