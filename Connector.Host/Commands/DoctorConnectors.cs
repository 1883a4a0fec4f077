using Connector.Abstractions.Capabilities;
using Connector.Runtime.Connectors;

namespace Connector.Host.Commands;

/// <summary>Looks at each connector, and asks its provider about the credentials where the connector can.</summary>
internal static class DoctorConnectors
{
    public static async Task<IReadOnlyList<DoctorFinding>> LookAsync(Engine engine, CancellationToken cancellationToken)
    {
        var registry = engine.Get<ConnectorRegistry>();
        var connectors = registry.All;
        if (connectors.Count == 0)
        {
            return
            [
                new DoctorFinding(
                    DoctorStatus.Doubtful,
                    "Connectors",
                    "none is configured",
                    "Add one under ConnectorHost:Connectors."),
            ];
        }

        return await Task.WhenAll(connectors.Select(connector => LookAsync(registry, connector, cancellationToken)));
    }

    private static async Task<DoctorFinding> LookAsync(
        ConnectorRegistry registry, ConnectorInfo connector, CancellationToken cancellationToken)
    {
        var subject = $"Connector {connector.Name}";
        if (connector.State == ConnectorState.Running)
        {
            var check = await registry.CheckCredentialsAsync(connector.Name, cancellationToken);
            return Judge(subject, check);
        }

        var problem = connector.Problems.Count > 0 ? connector.Problems[0] : null;
        return problem is null
            ? new DoctorFinding(DoctorStatus.Doubtful, subject, "is switched off", "Set its Enabled to true to use it.")
            : new DoctorFinding(DoctorStatus.Bad, subject, $"{problem.Code}: {problem.Cause}", problem.Fix);
    }

    private static DoctorFinding Judge(string subject, CredentialCheckResult? check) => check?.Status switch
    {
        null => new DoctorFinding(DoctorStatus.Good, subject, "runs"),
        CredentialStatus.Valid => new DoctorFinding(
            DoctorStatus.Good, subject, "runs, the provider accepts its credentials"),
        CredentialStatus.Invalid => new DoctorFinding(
            DoctorStatus.Bad,
            subject,
            $"the provider does not accept its credentials. {check.Detail}".TrimEnd(),
            "Correct its Config."),
        _ => new DoctorFinding(
            DoctorStatus.Doubtful,
            subject,
            $"runs, but its credentials could not be checked. {check.Detail}".TrimEnd(),
            "Check that this machine reaches the provider."),
    };
}
