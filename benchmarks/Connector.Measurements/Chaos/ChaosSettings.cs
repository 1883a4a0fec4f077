namespace Connector.Measurements.Chaos;

/// <summary>What a process is to measure.</summary>
/// <param name="Fault">What goes wrong in the chaos connector.</param>
/// <param name="Folder">Where the engine keeps everything.</param>
/// <param name="WarmUp">How long sends are not measured.</param>
/// <param name="Duration">How long each side is.</param>
internal sealed record ChaosSettings(string Fault, string Folder, TimeSpan WarmUp, TimeSpan Duration)
{
    public object ToEngine() => new
    {
        DataPath = Path.Combine(Folder, "data"),
        Plugins = new { Path = PluginFolder() },
        Messages = new { SendTimeout = TimeSpan.FromSeconds(1).ToString("c") },
        Connectors = new
        {
            healthy = new { Plugin = "load", Config = new { latencyMs = 5 } },
            chaos = new { Plugin = "chaos-connector", Config = new { fault = Fault } },
        },
    };

    private string PluginFolder()
    {
        var plugins = Path.Combine(Folder, "dropped");
        foreach (var assembly in new[] { RepositoryPaths.LoadConnector, RepositoryPaths.ChaosConnector })
        {
            var target = Path.Combine(plugins, Path.GetFileNameWithoutExtension(assembly), Path.GetFileName(assembly));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(assembly, target, overwrite: true);
        }

        return plugins;
    }
}
