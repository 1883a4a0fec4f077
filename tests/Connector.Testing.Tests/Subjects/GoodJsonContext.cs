using System.Text.Json.Serialization;

namespace Connector.Testing.Tests.Subjects;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(GoodOptions))]
[JsonSerializable(typeof(OtherOptions))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class GoodJsonContext : JsonSerializerContext;
