namespace Connector.Runtime.Plugins;

/// <summary>One plugin under inspection: its files, and what the checks have found so far.</summary>
internal sealed class PluginInspection : IDisposable
{
    private readonly List<AssemblyImage> images = [];

    /// <summary>Starts an inspection.</summary>
    /// <param name="snapshot">The plugin's files.</param>
    /// <param name="host">What the host offers.</param>
    /// <param name="mainPath">The dropped DLL when the drop is one; otherwise a check finds the main DLL.</param>
    public PluginInspection(PluginSnapshot snapshot, HostAssemblies host, string? mainPath)
    {
        Snapshot = snapshot;
        Host = host;
        foreach (var file in snapshot.Files)
        {
            if (file.IsDll)
            {
                images.Add(AssemblyImage.Open(file));
            }
        }

        Main = mainPath is null ? null : images.Find(image => image.File.Path == mainPath);
    }

    public PluginSnapshot Snapshot { get; }

    public HostAssemblies Host { get; }

    public ProblemList Problems { get; } = new();

    public IReadOnlyList<AssemblyImage> Images => images;

    /// <summary>Set by a check that found what makes every later one meaningless.</summary>
    public bool IsOver { get; set; }

    public AssemblyImage? Main { get; set; }

    public FileList? FileList { get; set; }

    /// <summary>Known as soon as the manifest has a usable id, whatever else is wrong with it.</summary>
    public string? Id { get; set; }

    public PluginManifest? Manifest { get; set; }

    public string? ConfigSchemaJson { get; set; }

    public PluginAsset? Logo { get; set; }

    public PluginAsset? LogoDark { get; set; }

    public LocalizedText? Readmes { get; set; }

    public void Dispose()
    {
        foreach (var image in images)
        {
            image.Dispose();
        }
    }
}
