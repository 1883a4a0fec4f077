using System.Text.Json;

namespace Connector.Testing.Checks;

/// <summary>The files that a plugin's assembly carries.</summary>
internal sealed class EmbeddedFiles(Type pluginType)
{
    private const string Folder = "connector/";

    public bool Has(string name) => pluginType.Assembly.GetManifestResourceInfo(Folder + name) is not null;

    /// <returns><see langword="null"/> when the assembly doesn't carry the file.</returns>
    public string? Read(string name)
    {
        using var stream = pluginType.Assembly.GetManifestResourceStream(Folder + name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

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
