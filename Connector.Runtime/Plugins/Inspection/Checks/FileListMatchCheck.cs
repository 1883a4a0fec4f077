namespace Connector.Runtime.Plugins;

/// <summary>The DLL and <c>plugin.json</c> must speak of one plugin in one version.</summary>
internal sealed class FileListMatchCheck : IPluginCheck
{
    public void Run(PluginInspection inspection)
    {
        if (inspection.FileList is not { } list || inspection.Main is not { } main)
        {
            return;
        }

        Compare(inspection, "id", list.Id, inspection.Id);
        Compare(inspection, "version", list.Version, main.Facts.InformationalVersion);
    }

    private static void Compare(PluginInspection inspection, string what, string listed, string? actual)
    {
        if (actual is null || listed == actual)
        {
            return;
        }

        inspection.Problems.Add(
            ProblemKinds.FileListMismatch,
            $"plugin.json says {what} '{listed}', {inspection.Main!.File.Path} says '{actual}'.",
            "Copy the whole plugin again; don't write plugin.json by hand.");
    }
}
