using System.Text.Json;
using Connector.Testing.Schemas;

namespace Connector.Testing.Checks;

/// <summary>The values of a configuration that its schema calls secret.</summary>
internal static class Secrets
{
    // A shorter text may well occur by chance.
    private const int ShortestSecret = 6;

    public static IReadOnlyList<string> Of(JsonElement schema, JsonElement config) =>
        schema.ValueKind == JsonValueKind.Object
            ? [.. Find(new SchemaView(schema, schema), config, isSecret: false).Distinct(StringComparer.Ordinal)]
            : [];

    private static IEnumerable<string> Find(SchemaView? schema, JsonElement value, bool isSecret)
    {
        var isSecretHere = isSecret || schema is { IsSecret: true };
        return value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject()
                .SelectMany(member => Find(MemberOf(schema, member.Name), member.Value, isSecretHere)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Find(schema?.Items, item, isSecretHere)),
            JsonValueKind.String when isSecretHere && value.GetString() is { Length: >= ShortestSecret } text => [text],
            _ => [],
        };
    }

    private static SchemaView? MemberOf(SchemaView? schema, string name) =>
        schema?.Members.FirstOrDefault(member => member.Name == name).Schema ?? schema?.FurtherMembers;
}
