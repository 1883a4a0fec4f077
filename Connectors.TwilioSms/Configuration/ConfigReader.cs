using System.Text.Json;

namespace Connectors.TwilioSms.Configuration;

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
}
