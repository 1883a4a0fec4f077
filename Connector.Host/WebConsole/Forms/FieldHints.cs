using System.Text.Json;

namespace Connector.Host.WebConsole;

/// <summary>What stands below a field beside its description: an example, and what counts without a value.</summary>
internal static class FieldHints
{
    private const int Longest = 120;

    public static bool Exist(FormField field) => Example(field) is not null || Default(field) is not null;

    public static string? Example(FormField field) => IsShown(field)
        ? field.Examples.Where(IsShort).Select(FieldTexts.Show).FirstOrDefault()
        : null;

    public static string? Default(FormField field) =>
        field.Kind is not (FieldKind.Switch or FieldKind.Choice) && IsShort(field.Default)
            ? FieldTexts.Show(field.Default)
            : null;

    private static bool IsShown(FormField field) =>
        field.Kind is FieldKind.Text or FieldKind.LongText or FieldKind.Number or FieldKind.Integer;

    private static bool IsShort(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
        && FieldTexts.Show(value) is { Length: > 0 and <= Longest };
}
