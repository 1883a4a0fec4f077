namespace Connector.Runtime.Plugins;

/// <summary>Runs every check over a plugin, from the most fundamental to the most particular. Thread-safe.</summary>
internal sealed class PluginInspector(HostAssemblies host)
{
    private static readonly IPluginCheck[] Checks =
    [
        new FileListCheck(),
        new MainDllCheck(),
        new ImageCheck(),
        new PlatformCheck(),
        new ContractCheck(),
        new DependencyCheck(),
        new ManifestCheck(),
        new FileListMatchCheck(),
        new EntryTypeCheck(),
        new ConfigSchemaCheck(),
        new LogoCheck(),
        new ReadmeCheck(),
    ];

    /// <summary>Inspects a plugin without running anything of it.</summary>
    /// <param name="snapshot">Its files.</param>
    /// <param name="mainPath">The dropped DLL when the drop is one.</param>
    /// <returns>Everything found; the caller disposes it.</returns>
    public PluginInspection Inspect(PluginSnapshot snapshot, string? mainPath)
    {
        var inspection = new PluginInspection(snapshot, host, mainPath);
        foreach (var check in Checks)
        {
            Run(check, inspection);
            if (inspection.IsOver)
            {
                break;
            }
        }

        return inspection;
    }

    private static void Run(IPluginCheck check, PluginInspection inspection)
    {
        try
        {
            check.Run(inspection);
        }
        catch (Exception e) when (e is BadImageFormatException or ArgumentOutOfRangeException or OverflowException)
        {
            ImageCheck.AddCorrupt(inspection, inspection.Main?.File.Path, e.Message);
        }
    }
}
