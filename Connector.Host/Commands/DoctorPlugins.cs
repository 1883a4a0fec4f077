using Connector.Runtime;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Options;

namespace Connector.Host.Commands;

/// <summary>Looks at the plugins folder and each plugin.</summary>
internal static class DoctorPlugins
{
    public static IEnumerable<DoctorFinding> Look(Engine engine)
    {
        var runtime = engine.Get<IOptions<ConnectorRuntimeOptions>>().Value;
        var folder = Path.GetFullPath(runtime.Plugins.Path ?? "plugins", runtime.ContentRoot);
        yield return Directory.Exists(folder)
            ? new DoctorFinding(DoctorStatus.Good, "Plugins folder", folder)
            : new DoctorFinding(
                DoctorStatus.Bad,
                "Plugins folder",
                $"{folder} does not exist",
                "Create it, or set ConnectorHost:Plugins:Path.");
        foreach (var plugin in engine.Get<PluginCatalog>().All)
        {
            yield return Look(plugin);
        }
    }

    private static DoctorFinding Look(InstalledPlugin plugin)
    {
        var subject = $"Plugin {plugin.Id ?? plugin.Path}";
        if (plugin.Problems.Count == 0)
        {
            return new DoctorFinding(DoctorStatus.Good, subject, $"{plugin.Version} {plugin.State}");
        }

        var worst = plugin.Problems[0];
        return new DoctorFinding(
            worst.Severity == PluginProblemSeverity.Error ? DoctorStatus.Bad : DoctorStatus.Doubtful,
            subject,
            $"{plugin.State}, {worst.Code}: {worst.Cause}",
            worst.Fix);
    }
}
