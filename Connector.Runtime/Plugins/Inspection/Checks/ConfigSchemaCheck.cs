using System.Text;
using System.Text.Json;

namespace Connector.Runtime.Plugins;

/// <summary>
/// The config schema must be a JSON Schema of an object, and what the validator ignores in it is said. Judged by its
/// structure: the validator itself costs 200 ms at its first use, which a plugin that nobody configures shouldn't.
/// </summary>
internal sealed class ConfigSchemaCheck : IPluginCheck
{
    private const string Mend = "The author should mend the schema and build again.";

    public void Run(PluginInspection inspection)
    {
        if (inspection.Manifest is not { } manifest)
        {
            return;
        }

        if (inspection.Main!.ReadResource(ConnectorResource.Asset(manifest.ConfigSchema)) is not { } json)
        {
            inspection.Problems.Add(
                ProblemKinds.SchemaMissing,
                $"The config schema '{manifest.ConfigSchema}' isn't embedded in '{inspection.Main.File.Path}'.",
                "The author should embed it.");
            return;
        }

        try
        {
            using var document = StrictJson.Parse(json);
            Check(inspection, manifest.ConfigSchema, document.RootElement);
            inspection.ConfigSchemaJson = Encoding.UTF8.GetString(json).TrimStart('\uFEFF');
        }
        catch (JsonException e)
        {
            inspection.Problems.Add(
                ProblemKinds.SchemaInvalid, $"'{manifest.ConfigSchema}' isn't JSON: {e.Message.TrimEnd('.')}.", Mend);
        }
    }

    private static void Check(PluginInspection inspection, string fileName, JsonElement root)
    {
        var reading = SchemaReader.Read(root);
        foreach (var fault in reading.Faults)
        {
            inspection.Problems.Add(ProblemKinds.SchemaInvalid, $"'{fileName}': {fault}.", Mend);
        }

        foreach (var (pointer, keyword) in reading.Ignored)
        {
            inspection.Problems.Add(
                ProblemKinds.SchemaKeywordIgnored,
                $"'{fileName}' uses the keyword '{keyword}' at '{pointer}', which the host's validator ignores.",
                "The author should say it with other keywords, or check it in IConnectorConfigValidator.");
        }
    }
}
