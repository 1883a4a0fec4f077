using System.Globalization;
using System.Text.Json;

namespace Connector.Abstractions.Templates;

internal static class JsonPath
{
    /// <summary>Follows names and indexes.</summary>
    /// <returns>What is there; <see cref="JsonValueKind.Undefined"/> when a step finds nothing.</returns>
    public static JsonStep Walk(JsonElement root, string[] steps)
    {
        var here = root;
        for (var i = 0; i < steps.Length; i++)
        {
            if (here.ValueKind == JsonValueKind.Array && steps[i] == "length")
            {
                return i == steps.Length - 1 ? new JsonStep(default, here.GetArrayLength()) : default;
            }

            here = Step(here, steps[i]);
        }

        return new JsonStep(here, ArrayLength: null);
    }

    private static JsonElement Step(JsonElement from, string name) => from.ValueKind switch
    {
        JsonValueKind.Object => Member(from, name),
        JsonValueKind.Array => IsIndex(name, out var index) && index < from.GetArrayLength() ? from[index] : default,
        _ => default,
    };

    private static JsonElement Member(JsonElement from, string name)
    {
        try
        {
            return from.TryGetProperty(name, out var member) ? member : default;
        }
        catch (InvalidOperationException)
        {
            // Another name in the object has half a surrogate pair, which the comparison can't read.
            return default;
        }
    }

    // As in ECMAScript "00" and "+1" aren't indexes.
    private static bool IsIndex(string name, out int index) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out index)
        && (name.Length == 1 || name[0] != '0');
}
