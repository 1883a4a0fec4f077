using Connector.Runtime;

namespace Connector.Host.Commands;

/// <summary>Looks at the database and, where messages go through one, at the broker. Changes neither.</summary>
internal static class DoctorStorage
{
    public static async Task<IReadOnlyList<DoctorFinding>> LookAsync(Engine engine, CancellationToken cancellationToken)
    {
        var inspection = engine.Get<EngineInspection>();
        var parts = new List<DoctorFinding> { Judge("Database", await inspection.LookAtStorageAsync(cancellationToken)) };
        if (await inspection.LookAtBrokerAsync(cancellationToken) is { } broker)
        {
            parts.Add(Judge("Broker", broker));
        }

        return parts;
    }

    private static DoctorFinding Judge(string subject, InspectedPart part) => new(
        part.IsUsable ? DoctorStatus.Good : DoctorStatus.Bad, subject, $"{part.Name}: {part.Detail}", part.Fix);
}
