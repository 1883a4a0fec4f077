using System.Text.Json.Nodes;

namespace Connector.Runtime.Schemas;

/// <summary>JSON Merge Patch (RFC 7396): objects are merged, null removes, everything else replaces.</summary>
internal static class MergePatch
{
    /// <returns>A document of its own; both arguments stay as they are.</returns>
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
        {
            return patch?.DeepClone();
        }

        var result = (target as JsonObject)?.DeepClone().AsObject() ?? [];
        foreach (var (name, change) in changes)
        {
            if (change is null)
            {
                result.Remove(name);
            }
            else
            {
                result[name] = Apply(result[name], change);
            }
        }

        return result;
    }
}
