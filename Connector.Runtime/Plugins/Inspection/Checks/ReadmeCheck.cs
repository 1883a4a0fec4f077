using System.Text;

namespace Connector.Runtime.Plugins;

/// <summary>Reads the guides that the manifest names.</summary>
internal sealed class ReadmeCheck : IPluginCheck
{
    private const int MaxBytes = 1024 * 1024;

    public void Run(PluginInspection inspection)
    {
        if (inspection.Manifest is not { } manifest)
        {
            return;
        }

        var guides = new List<KeyValuePair<string, string>>();
        foreach (var (language, fileName) in manifest.Readme.ByLanguage)
        {
            if (Read(inspection, fileName) is { } guide)
            {
                guides.Add(new(language, guide));
            }
        }

        inspection.Readmes = guides.Count == 0 ? null : new LocalizedText(guides);
    }

    private static string? Read(PluginInspection inspection, string fileName)
    {
        var content = inspection.Main!.ReadResource(ConnectorResource.Asset(fileName));
        if (content is { Length: <= MaxBytes })
        {
            return Encoding.UTF8.GetString(content).TrimStart('\uFEFF');
        }

        var fault = content is null ? "isn't embedded in the DLL" : "is larger than 1 MiB";
        inspection.Problems.Add(
            ProblemKinds.ReadmeMissing, $"The guide '{fileName}' {fault}.", "The author should embed it.");
        return null;
    }
}
