namespace Connector.Runtime.Plugins;

/// <summary>The main DLL must be a whole .NET DLL, and so must every .NET DLL beside it.</summary>
internal sealed class ImageCheck : IPluginCheck
{
    public void Run(PluginInspection inspection)
    {
        foreach (var image in inspection.Images)
        {
            if (image.Kind == ImageKind.Corrupt)
            {
                AddCorrupt(inspection, image.File.Path, image.Fault!);
            }
        }

        // Beside the main DLL, native libraries are the plugin's own affair.
        switch (inspection.Main!.Kind)
        {
            case ImageKind.NotPortableExecutable:
                Add(inspection, ProblemKinds.NotADll, "Copy the connector's DLL again; this file is something else.");
                break;
            case ImageKind.Native:
                Add(inspection, ProblemKinds.NativeDll, "Drop the connector's .NET DLL, native libraries beside it.");
                break;
        }

        inspection.IsOver = inspection.Main.Kind != ImageKind.Managed;
    }

    public static void AddCorrupt(PluginInspection inspection, string? path, string fault) => inspection.Problems.Add(
        ProblemKinds.CorruptDll,
        $"'{path}' is damaged: {fault.TrimEnd('.')}.",
        "Copy it again; compare its SHA-256 with the author's.");

    private static void Add(PluginInspection inspection, ProblemKind kind, string fix) =>
        inspection.Problems.Add(kind, $"'{inspection.Main!.File.Path}' is {inspection.Main.Fault}.", fix);
}
