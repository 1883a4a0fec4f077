namespace Connector.Runtime.Plugins;

/// <summary>Finds the DLL that is the connector among the files of a folder or zip.</summary>
internal sealed class MainDllCheck : IPluginCheck
{
    public void Run(PluginInspection inspection)
    {
        inspection.Main ??= FindListed(inspection) ?? Find(inspection);
        inspection.IsOver = inspection.Main is null;
    }

    private static AssemblyImage? FindListed(PluginInspection inspection) => inspection.FileList is { } list
        ? inspection.Images.FirstOrDefault(image =>
            string.Equals(image.File.Path, list.Assembly, StringComparison.OrdinalIgnoreCase))
        : null;

    private static AssemblyImage? Find(PluginInspection inspection)
    {
        var connectors = inspection.Images.Where(IsConnector).ToArray();
        if (connectors.Length < 2)
        {
            return connectors.FirstOrDefault() ?? FindLikeliest(inspection);
        }

        inspection.Problems.Add(
            ProblemKinds.SeveralConnectors,
            $"Several DLLs are connectors: {Names(connectors)}.",
            "Give each connector a folder of its own, or drop the DLLs side by side into the plugin folder.");
        return null;
    }

    // No DLL is a whole connector. The one that was meant to be is inspected, for it gives the precise reason.
    private static AssemblyImage? FindLikeliest(PluginInspection inspection)
    {
        var top = inspection.Images.Where(image => image.File.IsTopLevel).ToArray();
        if (top.Length == 0)
        {
            inspection.Problems.Add(
                ProblemKinds.NoDll,
                "It holds no DLL at its top level.",
                "Drop the folder that publishing the connector makes, not the folder around it.");
            return null;
        }

        var likeliest = Only(top)
            ?? Only(top.Where(image => RefersToContract(image, inspection.Host)))
            ?? Only(top.Where(image => inspection.Snapshot.Find(DepsFileOf(image)) is not null));
        if (likeliest is null)
        {
            inspection.Problems.Add(
                ProblemKinds.NoConnectorDll,
                $"None of its DLLs is a connector: {Names(top)}.",
                "Check that the connector's own DLL is there and whole; it embeds connector.json.");
        }

        return likeliest;
    }

    private static AssemblyImage? Only(IEnumerable<AssemblyImage> images) =>
        images.Take(2).ToArray() is [var only] ? only : null;

    private static bool IsConnector(AssemblyImage image) =>
        image.File.IsTopLevel && image.Kind == ImageKind.Managed
        && image.ReadResource(ConnectorResource.Manifest) is not null;

    private static bool RefersToContract(AssemblyImage image, HostAssemblies host) =>
        image.Kind == ImageKind.Managed && image.Facts.Find(host.Contract.Name) is not null;

    private static string DepsFileOf(AssemblyImage image) => Path.ChangeExtension(image.File.Path, ".deps.json");

    private static string Names(IEnumerable<AssemblyImage> images) =>
        string.Join(", ", images.Select(image => image.File.Path));
}
