using System.Globalization;
using System.Text.Json;

namespace Connector.Runtime.Schemas;

/// <summary>
/// Turns NJsonSchema's paths (<c>#/list[0].name</c>) into JSON Pointers. A name may itself hold dots or brackets, so
/// the document says where each name ends.
/// </summary>
internal static class ErrorPath
{
    public static string ToPointer(string path, JsonElement document)
    {
        var rest = path.AsSpan().TrimStart('#').TrimStart('/');
        var pointer = "";
        var here = document;
        while (rest.Length > 0)
        {
            pointer = rest[0] == '[' ? Index(pointer, ref rest, ref here) : Name(pointer, ref rest, ref here);
            rest = rest.StartsWith(".") ? rest[1..] : rest;
        }

        return pointer;
    }

    private static string Index(string pointer, ref ReadOnlySpan<char> rest, ref JsonElement here)
    {
        var end = rest.IndexOf(']');
        var text = end < 0 ? rest[1..] : rest[1..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        var isIndex = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
        var exists = isIndex && here.ValueKind == JsonValueKind.Array && index < here.GetArrayLength();
        here = exists ? here[index] : default;
        return JsonPointer.Append(pointer, text.ToString());
    }

    private static string Name(string pointer, ref ReadOnlySpan<char> rest, ref JsonElement here)
    {
        var name = LongestMember(rest, here) ?? UntilSeparator(rest);
        rest = rest[name.Length..];
        here = here.ValueKind == JsonValueKind.Object && here.TryGetProperty(name, out var member) ? member : default;
        return JsonPointer.Append(pointer, name);
    }

    private static string? LongestMember(ReadOnlySpan<char> rest, JsonElement here)
    {
        string? longest = null;
        if (here.ValueKind != JsonValueKind.Object)
        {
            return longest;
        }

        foreach (var property in here.EnumerateObject())
        {
            var fits = rest.StartsWith(property.Name, StringComparison.Ordinal)
                && (rest.Length == property.Name.Length || rest[property.Name.Length] is '.' or '[');
            longest = fits && property.Name.Length > (longest?.Length ?? 0) ? property.Name : longest;
        }

        return longest;
    }

    private static string UntilSeparator(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny('.', '[');
        return (end <= 0 ? rest : rest[..end]).ToString();
    }
}
