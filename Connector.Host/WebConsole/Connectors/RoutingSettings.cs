using System.Globalization;
using System.Text.Json.Nodes;
using Connector.Host.Problems;
using Connector.Runtime.Schemas;

namespace Connector.Host.WebConsole;

/// <summary>The members of a definition that decide which messages a connector gets, as people type them.</summary>
internal static class RoutingSettings
{
    public static readonly string[] Names =
        ["weight", "priority", "countries", "excludedCountries", "concurrency", "rate"];

    public static bool IsNumber(string name) => !name.EndsWith("ountries", StringComparison.Ordinal);

    public static string Show(JsonObject definition, string name) => definition[name] switch
    {
        null => "",
        JsonArray codes => CountryCodes.Show(codes),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => other.ToJsonString(),
    };

    /// <summary>What is no number stays as typed: the host says what is wrong with it.</summary>
    public static void Set(JsonObject definition, string name, string typed)
    {
        JsonNode? value = IsNumber(name) ? ReadNumber(typed.Trim()) : CountryCodes.Read(typed);
        if (value is null)
        {
            definition.Remove(name);
        }
        else
        {
            definition[name] = value;
        }
    }

    /// <summary>What a problem says of a member, or of one of its items.</summary>
    public static string? FaultAt(ApiProblem? problem, string name) => problem?.Errors?
        .FirstOrDefault(error =>
            JsonPointer.IsWithin(error.Pointer, $"/{name}"))?
        .Message;

    private static JsonValue? ReadNumber(string typed)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        // Whole ones as such, so that what is typed again as it was is no change.
        return int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? JsonValue.Create(whole)
            : double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number)
                ? JsonValue.Create(number)
                : JsonValue.Create(typed);
    }
}
