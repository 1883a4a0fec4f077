using System.Text.Json;

namespace Connectors.HttpSms.Configuration;

/// <summary>
/// Reads a configuration that may have anything wrong with it: what isn't of its type is as good as missing.
/// </summary>
internal static class ConfigReader
{
    /// <returns>The text; <see langword="null"/> when missing, blank or not a string.</returns>
    public static string? ReadText(this JsonElement config, string name) =>
        config.Has(name, JsonValueKind.String)
        && config.GetProperty(name).GetString() is { } text
        && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    /// <summary>Whether a member is there at all, of whatever type; the schema has complained of wrong ones.</summary>
    public static bool Mentions(this JsonElement config, string name) =>
        config.ValueKind == JsonValueKind.Object
        && config.TryGetProperty(name, out var member)
        && (member.ValueKind != JsonValueKind.String || config.ReadText(name) is not null);

    public static bool Has(this JsonElement config, string name, JsonValueKind kind) =>
        config.ValueKind == JsonValueKind.Object
        && config.TryGetProperty(name, out var member)
        && member.ValueKind == kind;

    /// <returns>A member's members; undefined when it is no object.</returns>
    public static JsonElement Section(this JsonElement config, string name) =>
        config.Has(name, JsonValueKind.Object) ? config.GetProperty(name) : default;

    /// <returns>The entries of a list that are objects, each with its place.</returns>
    public static IEnumerable<(int Index, JsonElement Item)> Items(this JsonElement config, string name) =>
        config.Has(name, JsonValueKind.Array)
            ? config.GetProperty(name).EnumerateArray().Index()
                .Where(entry => entry.Item.ValueKind == JsonValueKind.Object)
            : [];
}
