using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Connector.Measurements.Plugins;

/// <summary>Folders with many plugins: the Twilio one again and again, each under an id of its own.</summary>
internal static class PluginCopies
{
    // Ids of one length, so that the manifest inside the DLL can be changed in place.
    private const string Id = "\"twilio-sms\"";

    /// <returns>The settings file of an engine with so many plugins, all in use.</returns>
    public static string Create(TemporaryFolder folder, int count)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"with-{count}");
        var plugins = Directory.CreateDirectory(folder.Combine(name, "plugins")).FullName;
        var ids = Enumerable.Range(0, count).Select(IdOf).ToList();
        foreach (var id in ids)
        {
            WriteCopy(Path.Combine(plugins, id), id);
        }

        var settings = new
        {
            DataPath = folder.Combine(name, "data"),
            Plugins = new { Path = plugins },
            Connectors = ids.ToDictionary(id => id, id => TwilioSettings.Connector(id)),
        };
        var file = folder.Combine(name, "settings.json");
        File.WriteAllText(file, JsonSerializer.Serialize(settings));
        return file;
    }

    private static string IdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"twilio-a{number:00}");

    private static void WriteCopy(string folder, string id)
    {
        var assembly = File.ReadAllBytes(RepositoryPaths.TwilioAssembly);
        var at = assembly.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Id));
        if (at < 0 || assembly.AsSpan(at + 1).IndexOf(Encoding.UTF8.GetBytes(Id)) >= 0)
        {
            throw new InvalidOperationException("The plugin's manifest is not as expected.");
        }

        Encoding.UTF8.GetBytes($"\"{id}\"").CopyTo(assembly, at);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(RepositoryPaths.TwilioAssembly)), assembly);
    }
}
