namespace Connector.Runtime.Plugins;

/// <summary>A DLL that lies directly in a plugin folder, and what it refers to.</summary>
internal sealed class BareDll
{
    private readonly PluginFile? file;
    private readonly Exception? failure;

    private BareDll(string path, Exception failure)
    {
        Path = path;
        this.failure = failure;
        IsConnector = true;
    }

    private BareDll(string path, PluginFile file, string contract)
    {
        Path = path;
        this.file = file;
        using var image = AssemblyImage.Open(file);
        if (image.Kind != ImageKind.Managed)
        {
            // Whatever it is, it was dropped as a plugin: inspection says what is wrong.
            IsConnector = true;
            return;
        }

        References = [.. image.Facts.References.Select(reference => reference.Name)];
        IsConnector = References.Contains(contract) || image.ReadResource(ConnectorResource.Manifest) is not null;
    }

    public string Path { get; }

    public bool IsConnector { get; }

    public IReadOnlyList<string> References { get; } = [];

    /// <summary>Its bytes. Reading it throws what kept it from being read.</summary>
    public PluginFile File => file ?? throw new IOException(failure!.Message, failure);

    public static BareDll Read(string path, string contract)
    {
        try
        {
            var content = FolderReader.ReadFile(path, new SnapshotBudget());
            return new BareDll(path, new PluginFile(System.IO.Path.GetFileName(path), content), contract);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new BareDll(path, e);
        }
        catch (PluginException e)
        {
            return new BareDll(path, e);
        }
    }
}
