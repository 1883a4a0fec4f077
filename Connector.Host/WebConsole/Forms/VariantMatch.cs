using System.Text.Json.Nodes;

namespace Connector.Host.WebConsole;

/// <summary>Tells which of several forms a value has, and gives it another one.</summary>
internal static class VariantMatch
{
    private const int Contradiction = -1000;
    private const int Constant = 10;

    /// <summary>The index of the form that fits best.</summary>
    public static int Best(IReadOnlyList<FormField> variants, JsonNode value) => Enumerable
        .Range(0, variants.Count)
        .MaxBy(index => Score(variants[index], value));

    /// <summary>What a person calls a form; none when nothing tells it from the others.</summary>
    public static string? TitleOf(FormField field, int index)
    {
        var variant = field.Variants[index];
        if (variant.Title.Length > 0 && variant.Title != field.Title)
        {
            return variant.Title;
        }

        return variant.Kind == FieldKind.Group
            ? variant.Members(null).Where(IsConstant).Select(member => member.Choices[0].Title).FirstOrDefault()
            : FieldKinds.TypeOf(variant.Schema);
    }

    /// <summary>A value of a form, with what it shares with another value.</summary>
    public static JsonNode? Convert(FormField variant, JsonNode? value)
    {
        if (variant.Kind != FieldKind.Group)
        {
            return FieldKinds.Fitting(variant, value) == variant.Kind && value is not null
                ? value.DeepClone()
                : NewItems.Of(variant);
        }

        var result = new JsonObject();
        foreach (var member in variant.Members(value))
        {
            if (IsConstant(member))
            {
                result[member.Name] = JsonValues.NodeOf(member.Choices[0].Value);
            }
            else if (value is JsonObject before && before.TryGetPropertyValue(member.Name, out var shared))
            {
                result[member.Name] = shared?.DeepClone();
            }
        }

        return result;
    }

    /// <summary>Whether a field has but one value.</summary>
    public static bool IsConstant(FormField field) => field.Kind == FieldKind.Choice && field.Choices.Count == 1;

    private static int Score(FormField variant, JsonNode value)
    {
        if (FieldKinds.Fitting(variant, value) != variant.Kind)
        {
            return Contradiction;
        }

        if (variant.Kind != FieldKind.Group || value is not JsonObject members)
        {
            return variant.Kind == FieldKind.Json ? 0 : 1;
        }

        var known = variant.Members(value);
        return known.Sum(member => Score(member, members))
            - members.Count(one => known.All(member => member.Name != one.Key));
    }

    private static int Score(FormField member, JsonObject members)
    {
        var isThere = members.TryGetPropertyValue(member.Name, out var value);
        if (isThere && IsConstant(member))
        {
            return JsonValues.Same(member.Choices[0].Value, value) ? Constant : Contradiction;
        }

        return isThere ? 2 : member.IsRequired ? -1 : 0;
    }
}
