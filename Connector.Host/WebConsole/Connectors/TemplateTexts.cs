using System.Text.Json.Nodes;

namespace Connector.Host.WebConsole;

/// <summary>Looks for message templates in a configuration of whatever plugin.</summary>
internal static class TemplateTexts
{
    /// <summary>The values that a member has in the templates, each once.</summary>
    public static IEnumerable<string> Of(JsonObject? config, string member) =>
        config?["templates"] is not JsonArray templates
            ? []
            : templates
                .OfType<JsonObject>()
                .Select(template => template[member] is JsonValue value && value.TryGetValue<string>(out var text)
                    ? text
                    : "")
                .Where(text => text.Length > 0)
                .Distinct(StringComparer.Ordinal);
}
