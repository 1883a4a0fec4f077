using System.Data.Common;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Reads stored attempts.</summary>
internal static class AttemptRows
{
    public const string Select =
        "SELECT connector, started_at, duration_us, outcome, reason, detail, provider_code, provider_request_id " +
        "FROM attempts WHERE message_id = $1 ORDER BY number";

    public static MessageAttempt Read(DbDataReader reader) => new()
    {
        Connector = reader.GetString(0),
        StartedAt = Instants.FromStored(reader.GetInt64(1)),
        DurationMs = reader.GetInt64(2) / 1_000.0,
        Outcome = reader.GetString(3),
        Reason = Text(reader, 4),
        Detail = Text(reader, 5),
        ProviderCode = Text(reader, 6),
        ProviderRequestId = Text(reader, 7),
    };

    private static string? Text(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
