using System.Text.Json;

namespace Connectors.HttpSms.Tests.Configuration;

/// <summary>The files that the plugin carries.</summary>
internal static class ConfigFile
{
    public static JsonElement Schema { get; } = JsonElement.Parse(Read("config.schema.json"));

    public static string Read(string name)
    {
        using var stream = typeof(HttpSmsPlugin).Assembly.GetManifestResourceStream("connector/" + name)
            ?? throw new FileNotFoundException("The plugin doesn't carry it.", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
