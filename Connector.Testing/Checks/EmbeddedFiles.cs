using System.Text.Json;

namespace Connector.Testing.Checks;

/// <summary>The files that a plugin's assembly carries.</summary>
internal sealed class EmbeddedFiles(Func<string, string?> read)
{
    public static EmbeddedFiles Of(Type pluginType) => new(name =>
    {
        using var stream = pluginType.Assembly.GetManifestResourceStream("connector/" + name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <returns><see langword="null"/> when the assembly doesn't carry the file.</returns>
    public string? Read(string name) => read(name);

    /// <returns>The manifest; undefined when it is missing or no JSON object.</returns>
    public JsonElement ReadManifest() => ReadObject("connector.json");

    /// <returns>The config schema; undefined when it is missing or no JSON object.</returns>
    public JsonElement ReadSchema() => ReadManifest() is { ValueKind: JsonValueKind.Object } manifest
        && manifest.TryGetProperty("configSchema", out var name)
        && name.ValueKind == JsonValueKind.String
            ? ReadObject(name.GetString()!)
            : default;

    private JsonElement ReadObject(string name)
    {
        try
        {
            var element = Read(name) is { } text ? JsonElement.Parse(text) : default;
            return element.ValueKind == JsonValueKind.Object ? element : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
