namespace Connector.Runtime.Plugins;

/// <summary>The DLL must embed a valid <c>connector.json</c>.</summary>
internal sealed class ManifestCheck : IPluginCheck
{
    public void Run(PluginInspection inspection)
    {
        var main = inspection.Main!;
        if (main.ReadResource(ConnectorResource.Manifest) is not { } json)
        {
            inspection.Problems.Add(
                ProblemKinds.ManifestMissing,
                $"'{main.File.Path}' embeds no connector.json.",
                "The author should put connector.json beside the project; the contract's package embeds it.");
            return;
        }

        var reading = ManifestReader.Read(json);
        inspection.Id = reading.Id;
        inspection.Manifest = reading.Manifest;
        foreach (var fault in reading.Faults)
        {
            inspection.Problems.Add(
                ProblemKinds.ManifestInvalid,
                $"connector.json of '{main.File.Path}': {fault}.",
                "The author should mend connector.json and build again.");
        }
    }
}
