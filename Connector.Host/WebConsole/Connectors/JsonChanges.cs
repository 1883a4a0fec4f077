using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Connector.Host.WebConsole;

/// <summary>Compares documents, for people who want to see what they change.</summary>
internal static class JsonChanges
{
    /// <summary>Stands for a secret that is set.</summary>
    public const string Mask = "••••";

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Lists where two documents differ.</summary>
    /// <param name="before">The one, its secrets hidden.</param>
    /// <param name="after">The other, perhaps with secrets that have just been typed.</param>
    /// <param name="shown">The other with all secrets hidden.</param>
    public static IReadOnlyList<JsonChange> Between(JsonNode? before, JsonNode? after, JsonNode? shown)
    {
        var changes = new List<JsonChange>();
        Compare("", before, after, shown, changes);
        return changes;
    }

    /// <summary>What turns one document into another, as JSON Merge Patch (RFC 7396).</summary>
    public static JsonObject Patch(JsonObject before, JsonObject after)
    {
        var patch = new JsonObject();
        foreach (var name in before.Select(member => member.Key).Where(name => !after.ContainsKey(name)))
        {
            patch[name] = null;
        }

        foreach (var (name, value) in after.Where(member => !JsonNode.DeepEquals(before[member.Key], member.Value)))
        {
            patch[name] = before[name] is JsonObject inside && value is JsonObject wanted
                ? Patch(inside, wanted)
                : value?.DeepClone();
        }

        return patch;
    }

    private static void Compare(
        string pointer, JsonNode? before, JsonNode? after, JsonNode? shown, List<JsonChange> changes)
    {
        if (JsonNode.DeepEquals(before, after))
        {
            return;
        }

        if (before is JsonObject or null && after is JsonObject or null && (before ?? after) is not null)
        {
            foreach (var name in Names(before as JsonObject, after as JsonObject))
            {
                var place = $"{pointer}/{Escape(name)}";
                Compare(place, before?[name], after?[name], (shown as JsonObject)?[name], changes);
            }
        }
        else if (before is JsonArray earlier && after is JsonArray later)
        {
            for (var index = 0; index < Math.Max(earlier.Count, later.Count); index++)
            {
                var place = $"{pointer}/{index}";
                Compare(place, At(earlier, index), At(later, index), At(shown as JsonArray, index), changes);
            }
        }
        else
        {
            var isSecret = IsMask(before) || (IsMask(shown) && after is not null);
            changes.Add(new JsonChange(pointer, Show(before), isSecret && after is not null ? Mask : Show(after))
            {
                IsSecret = isSecret,
            });
        }
    }

    private static IEnumerable<string> Names(JsonObject? before, JsonObject? after) =>
        (before ?? []).Select(member => member.Key).Union((after ?? []).Select(member => member.Key));

    private static JsonNode? At(JsonArray? array, int index) =>
        array is not null && index < array.Count ? array[index] : null;

    private static bool IsMask(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text == Mask;

    private static string? Show(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(Readable),
    };

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
