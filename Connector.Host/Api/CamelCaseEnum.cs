using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Host.Api;

/// <summary>Enumerations are words in JSON, written as members are: <c>loadFailed</c>.</summary>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(
    JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
