using System.Text;
using Connector.Runtime.Plugins;

namespace Connector.Verifier;

internal static class Program
{
    private const string KeepConfig = "--keep-config";

    private static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (args is not [var folder, .. var options] || options.Any(option => option != KeepConfig))
        {
            Console.Error.WriteLine($"Usage: dotnet connector-verifier.dll <built plugin folder> [{KeepConfig}]");
            return 2;
        }

        var report = new BuildReport(Console.Out);
        Inspect(folder, comparesConfig: options.Length == 0, report);
        return report.HasErrors ? 1 : 0;
    }

    private static void Inspect(string folder, bool comparesConfig, BuildReport report)
    {
        try
        {
            using var inspection = new PluginInspector(new HostAssemblies()).Inspect(BuiltFiles.Read(folder), null);
            foreach (var problem in inspection.Problems.MostSevereFirst)
            {
                report.Add(problem);
            }

            if (comparesConfig && !inspection.Problems.HasErrors)
            {
                CompareConfig(inspection, report);
            }
        }
        catch (PluginException exception)
        {
            report.Add(exception.Problem);
        }
    }

    private static void CompareConfig(PluginInspection inspection, BuildReport report)
    {
        foreach (var mismatch in SchemaComparison.Compare(inspection.Main!.Metadata, inspection.ConfigSchemaJson!))
        {
            report.AddMismatch(inspection.Manifest!.ConfigSchema, mismatch);
        }
    }
}
