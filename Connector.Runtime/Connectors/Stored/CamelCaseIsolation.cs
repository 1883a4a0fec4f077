using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Runtime.Connectors;

/// <summary>Writes <c>process</c>, as the API does.</summary>
internal sealed class CamelCaseIsolation() : JsonStringEnumConverter<ConnectorIsolation>(
    JsonNamingPolicy.CamelCase, allowIntegerValues: false);
