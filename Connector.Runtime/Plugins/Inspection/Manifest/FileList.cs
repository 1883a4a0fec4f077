using System.Text.Json;

namespace Connector.Runtime.Plugins;

/// <summary>
/// <c>plugin.json</c>: what the build says the plugin consists of. The DLL is the truth; this must agree.
/// </summary>
internal sealed record FileList(
    string Id,
    string Version,
    string Assembly,
    IReadOnlyList<ListedFile> Files)
{
    public const string FileName = "plugin.json";

    /// <summary>Reads <c>plugin.json</c>.</summary>
    /// <param name="json">Its bytes.</param>
    /// <returns>The list.</returns>
    /// <exception cref="JsonException">It isn't one; the message says where.</exception>
    public static FileList Parse(byte[] json)
    {
        using var document = StrictJson.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("files", out var files)
            || files.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("It has no array 'files'.");
        }

        var listed = new List<ListedFile>(files.GetArrayLength());
        foreach (var file in files.EnumerateArray())
        {
            listed.Add(new ListedFile(Text(file, "path"), Text(file, "sha256")));
        }

        return new FileList(Text(root, "id"), Text(root, "version"), Text(root, "assembly"), listed);
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new JsonException($"A text '{name}' is missing.");
}
