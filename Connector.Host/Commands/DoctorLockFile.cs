using Connector.Runtime;
using Connector.Runtime.Plugins;
using Microsoft.Extensions.Options;

namespace Connector.Host.Commands;

/// <summary>Looks at what the lock file says about the plugins that are installed.</summary>
internal static class DoctorLockFile
{
    private const string Subject = "Lock file";

    public static DoctorFinding Look(Engine engine)
    {
        var mode = engine.Get<IOptions<ConnectorRuntimeOptions>>().Value.Plugins.Integrity;
        if (mode == PluginIntegrity.Off)
        {
            return Doubtful(
                "Integrity is Off: any plugin runs that is dropped",
                "Unless this machine is for development, set ConnectorHost:Plugins:Integrity to another mode.");
        }

        var installer = engine.Get<PluginInstaller>();
        try
        {
            var comparison = installer.CompareWithLock(engine.Get<PluginCatalog>().All);
            return comparison.Exists
                ? Judge($"{installer.LockFile} (Integrity {mode})", comparison)
                : Absent($"there is none at {installer.LockFile} (Integrity {mode})", mode);
        }
        catch (PluginException e)
        {
            return new DoctorFinding(DoctorStatus.Bad, Subject, $"{e.Problem.Code}: {e.Problem.Cause}", e.Problem.Fix);
        }
    }

    private static DoctorFinding Judge(string file, PluginLockComparison comparison)
    {
        var names = $"{file} names {List(comparison.Named)}";
        string[] differences =
        [
            .. comparison.Missing.Select(id => $"{id} is not installed"),
            .. comparison.Different.Select(id => $"{id} is installed in another build"),
        ];
        return differences.Length == 0
            ? new DoctorFinding(DoctorStatus.Good, Subject, names)
            : Doubtful(
                $"{names}; {string.Join(", ", differences)}",
                "Put back what it names ('connector-host plugins rollback <id>'), or let it name what is there "
                + "('connector-host plugins lock <id>', 'connector-host plugins remove <id>').");
    }

    private static DoctorFinding Absent(string what, PluginIntegrity mode) => mode == PluginIntegrity.FirstUse
        ? new DoctorFinding(DoctorStatus.Good, Subject, $"{what}; the first use of a dropped plugin creates it")
        : Doubtful(
            $"{what}, so only the plugins run that come with the host",
            "Run 'connector-host plugins lock' to name what lies in the plugins folder.");

    private static DoctorFinding Doubtful(string detail, string fix) =>
        new(DoctorStatus.Doubtful, Subject, detail, fix);

    private static string List(IReadOnlyList<string> ids) => ids.Count == 0 ? "no plugin" : string.Join(", ", ids);
}
