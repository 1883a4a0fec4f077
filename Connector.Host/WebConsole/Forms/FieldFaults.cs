using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Abstractions;
using Microsoft.Extensions.Localization;

namespace Connector.Host.WebConsole;

/// <summary>Finds what was typed and isn't what its field takes. All else is for the host to judge.</summary>
internal static class FieldFaults
{
    public static IReadOnlyList<ConfigIssue> Find(FormField root, JsonObject value, IStringLocalizer<FormsText> text)
    {
        var found = new List<ConfigIssue>();
        Visit(root, FormPlace.Root(value), text, found);
        return found;
    }

    private static void Visit(
        FormField field, FormPlace place, IStringLocalizer<FormsText> text, List<ConfigIssue> found)
    {
        switch (field.Kind)
        {
            case FieldKind.Integer or FieldKind.Number when Fault(field.Kind, place.Node) is { } fault:
                found.Add(new ConfigIssue(place.Pointer, text[fault]));
                break;
            case FieldKind.Group when place.Node is JsonObject members:
                foreach (var member in field.Members(members).Where(member => members.ContainsKey(member.Name)))
                {
                    Visit(member, place.Member(member.Name), text, found);
                }

                break;
            case FieldKind.Map when place.Node is JsonObject members && field.Others is { } other:
                foreach (var name in members.Select(member => member.Key))
                {
                    Visit(other, place.Member(name), text, found);
                }

                break;
            case FieldKind.List when place.Node is JsonArray items && field.Item is { } item:
                for (var index = 0; index < items.Count; index++)
                {
                    Visit(item, place.Item(index), text, found);
                }

                break;
        }
    }

    private static string? Fault(FieldKind kind, JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String when JsonValues.IsMask(value) => null,
        JsonValueKind.String => kind == FieldKind.Integer ? "Fault.Integer" : "Fault.Number",
        JsonValueKind.Number when kind == FieldKind.Integer && !IsWhole(value) => "Fault.Integer",
        _ => null,
    };

    private static bool IsWhole(JsonNode value) =>
        decimal.TryParse(
            value.ToJsonString(), System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture, out var number)
        && decimal.Truncate(number) == number;
}
