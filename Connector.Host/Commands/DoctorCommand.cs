using System.CommandLine;
using Connector.Host.Api;

namespace Connector.Host.Commands;

internal static class DoctorCommand
{
    public static Command Create(CommandBuilder builder) => builder.Create(
        "doctor",
        "Looks at settings, folders, database, broker, plugins, lock file, connectors with their credentials, key and "
            + "address. Says how to mend what is wrong, and sends no message.",
        ["doctor", "doctor --json"],
        RunAsync);

    private static async Task<int> RunAsync(CommandRun run, CancellationToken cancellationToken)
    {
        await using var engine = await run.StartInspectingEngineAsync(cancellationToken);
        List<DoctorFinding> findings =
        [
            .. DoctorPlaces.Look(engine),
            .. await DoctorStorage.LookAsync(engine, cancellationToken),
            .. DoctorPlugins.Look(engine),
            DoctorLockFile.Look(engine),
            .. await DoctorConnectors.LookAsync(engine, cancellationToken),
            await DoctorAddress.LookAsync(engine, cancellationToken),
        ];
        Write(run.Output, findings);
        return findings.Exists(finding => finding.Status == DoctorStatus.Bad) ? ExitCode.Negative : ExitCode.Ok;
    }

    private static void Write(CommandOutput output, IReadOnlyList<DoctorFinding> findings)
    {
        if (output.IsJson)
        {
            output.WriteJson(findings, ApiJson.Indented.IReadOnlyListDoctorFinding);
            return;
        }

        foreach (var finding in findings)
        {
            output.WriteLine($"{Mark(finding.Status)} {finding.Subject}: {finding.Detail}");
            if (finding.Fix is not null)
            {
                output.WriteLine($"    Fix: {finding.Fix}");
            }
        }
    }

    private static char Mark(DoctorStatus status) => status switch
    {
        DoctorStatus.Good => '✓',
        DoctorStatus.Doubtful => '!',
        _ => '✗',
    };
}
