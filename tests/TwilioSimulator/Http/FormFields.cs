using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace TwilioSimulator.Http;

/// <summary>The fields of a form body; a field that is empty counts as given, but not as filled.</summary>
internal sealed class FormFields
{
    public static readonly FormFields Empty = new([]);

    private readonly Dictionary<string, StringValues> fields;

    private FormFields(Dictionary<string, StringValues> fields) => this.fields = fields;

    public static FormFields Parse(string body)
    {
        using var reader = new FormReader(body);
        return new FormFields(reader.ReadForm());
    }

    public bool Has(string name) => fields.ContainsKey(name);

    public string? Filled(string name) =>
        fields.TryGetValue(name, out var values) && values[0] is { Length: > 0 } value ? value : null;

    public int Count(string name) => fields.TryGetValue(name, out var values) ? values.Count : 0;

    public Dictionary<string, IReadOnlyList<string>> ToDictionary() =>
        fields.ToDictionary(
            field => field.Key,
            IReadOnlyList<string> (field) => [.. field.Value.OfType<string>()],
            StringComparer.Ordinal);
}
