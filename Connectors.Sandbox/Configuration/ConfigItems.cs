using System.Text.Json;

namespace Connectors.Sandbox.Configuration;

/// <summary>Reads a configuration that the schema may have found faults in: what doesn't fit is passed over.</summary>
internal static class ConfigItems
{
    public static IEnumerable<(int Index, JsonElement Item)> Of(JsonElement config, string name) =>
        config.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Index().Where(entry => entry.Item.ValueKind == JsonValueKind.Object)
            : [];

    public static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
