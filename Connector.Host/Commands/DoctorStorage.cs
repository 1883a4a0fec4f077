using Connector.Runtime;

namespace Connector.Host.Commands;

/// <summary>Looks at the database and, where messages go through one, at the broker. Changes neither.</summary>
internal static class DoctorStorage
{
    public static async Task<IReadOnlyList<DoctorFinding>> LookAsync(Engine engine, CancellationToken cancellationToken)
    {
        var inspection = engine.Get<EngineInspection>();
        var database = Judge("Database", await inspection.LookAtStorageAsync(cancellationToken));
        return await inspection.LookAtBrokerAsync(cancellationToken) is { } broker
            ? [database, Judge("Broker", broker)]
            : [database];
    }

    private static DoctorFinding Judge(string subject, InspectedPart part) => new(
        part.IsUsable ? DoctorStatus.Good : DoctorStatus.Bad, subject, $"{part.Name}: {part.Detail}", part.Fix);
}
