using System.Text.Json;

namespace Connector.Runtime.Schemas;

/// <summary>Writes and follows JSON Pointers (RFC 6901).</summary>
public static class JsonPointer
{
    public static string Append(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>Whether a pointer leads to a place or into it.</summary>
    public static bool IsWithin(string pointer, string place) =>
        pointer == place || pointer.StartsWith($"{place}/", StringComparison.Ordinal);

    public static string LastName(string pointer) => Unescape(pointer[(pointer.LastIndexOf('/') + 1)..]);

    /// <summary>Follows a pointer in a URI fragment, such as <c>#/definitions/template</c>, through objects.</summary>
    /// <param name="root">The document that it points into.</param>
    /// <param name="reference">The fragment. A reference to another document leads nowhere: nothing is fetched.</param>
    /// <param name="target">What is there.</param>
    /// <returns>Whether something is there.</returns>
    public static bool TryFollow(JsonElement root, string reference, out JsonElement target)
    {
        target = root;
        if (reference != "#" && !reference.StartsWith("#/", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var step in reference.Split('/').Skip(1))
        {
            var name = Unescape(Uri.UnescapeDataString(step));
            if (target.ValueKind != JsonValueKind.Object || !target.TryGetProperty(name, out target))
            {
                return false;
            }
        }

        return true;
    }

    private static string Unescape(string name) => name
        .Replace("~1", "/", StringComparison.Ordinal)
        .Replace("~0", "~", StringComparison.Ordinal);
}
