using System.Globalization;
using System.Text.Json;

namespace Connector.Measurements.Start;

internal static class EnvironmentVariables
{
    /// <summary>Adds a JSON value as the variables that .NET's configuration reads it from.</summary>
    public static void Add(Dictionary<string, string> variables, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Add(variables, $"{name}__{member.Name}", member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    Add(variables, string.Create(CultureInfo.InvariantCulture, $"{name}__{index}"), item);
                }

                break;
            default:
                variables.Add(name, value.ToString());
                break;
        }
    }
}
