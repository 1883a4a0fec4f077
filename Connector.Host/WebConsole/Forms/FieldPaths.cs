using System.Globalization;
using System.Text.Json.Nodes;
using Connector.Runtime.Schemas;

namespace Connector.Host.WebConsole;

/// <summary>Finds the field that shows a place of the configuration.</summary>
internal static class FieldPaths
{
    /// <summary>The pointer of the field that shows a place, or of the nearest one around it.</summary>
    public static string Nearest(FormField root, JsonNode? value, string pointer)
    {
        var (field, node, found) = (root, value, "");
        foreach (var step in pointer.Split('/').Skip(1))
        {
            var name = JsonPointer.LastName(step);
            if (Below(field, node, name) is not { } next)
            {
                return found;
            }

            found = $"{found}/{step}";
            (field, node) = (next, Value(node, name));
        }

        return found;
    }

    private static FormField? Below(FormField field, JsonNode? node, string name) =>
        FieldKinds.Fitting(field, node) switch
        {
            FieldKind.Group => field.Members(node).FirstOrDefault(member => member.Name == name)
                ?? field.Others
                ?? Unknown(node, name),
            FieldKind.Map => field.Others,
            FieldKind.List or FieldKind.Templates => field.Item,
            _ => null,
        };

    // A member that the schema doesn't know is shown as JSON.
    private static FormField? Unknown(JsonNode? node, string name) =>
        (node as JsonObject)?.ContainsKey(name) == true ? FormField.Read("true") : null;

    private static JsonNode? Value(JsonNode? node, string name) => node switch
    {
        JsonObject members => members[name],
        JsonArray items when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < items.Count => items[index],
        _ => null,
    };
}
