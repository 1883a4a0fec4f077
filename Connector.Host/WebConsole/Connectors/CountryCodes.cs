using System.Text.Json.Nodes;

namespace Connector.Host.WebConsole;

/// <summary>Countries as people type them: codes with commas or blanks between.</summary>
internal static class CountryCodes
{
    private static readonly char[] Separators = [',', ';', ' '];

    public static JsonArray Read(string? typed) => ToJson((typed ?? "")
        .Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(code => code.ToUpperInvariant())
        .Distinct());

    public static JsonArray ToJson(IEnumerable<string> codes) =>
        new([.. codes.Select(code => JsonValue.Create(code))]);

    public static string Show(JsonNode? codes) =>
        codes is JsonArray list ? string.Join(", ", list.Select(code => code?.GetValue<string>())) : "";
}
