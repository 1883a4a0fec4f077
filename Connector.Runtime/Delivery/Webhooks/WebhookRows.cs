using System.Data.Common;
using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Reads stored webhooks, without their secrets.</summary>
internal static class WebhookRows
{
    private const string Columns =
        "id, url, events, description, is_enabled, disabled_reason, old_secret_until, created_at, updated_at";

    public static Task<List<Webhook>> ListAsync(DatabaseSession session, DateTimeOffset now) =>
        session.QueryAsync($"SELECT {Columns} FROM webhooks ORDER BY id", reader => Read(reader, now));

    public static Task<Webhook?> FindAsync(DatabaseSession session, string id, DateTimeOffset now) =>
        session.FindAsync($"SELECT {Columns} FROM webhooks WHERE id = $1", reader => Read(reader, now), id);

    public static async Task<Webhook> GetAsync(DatabaseSession session, string id, DateTimeOffset now) =>
        await FindAsync(session, id, now) ?? throw NotFound();

    public static ConnectorRequestException NotFound() => new(
        ConnectorRequestKind.NotFound, "webhook_not_found", "No such webhook", "GET /api/v1/webhooks lists them.");

    private static Webhook Read(DbDataReader reader, DateTimeOffset now) => new()
    {
        Id = reader.GetString(0),
        Url = reader.GetString(1),
        Events = EventTypes.NamesOf(reader.GetInt64(2)),
        Description = reader.IsDBNull(3) ? null : reader.GetString(3),
        Enabled = reader.GetInt64(4) != 0,
        DisabledReason = reader.IsDBNull(5) ? null : reader.GetString(5),
        OldSecretUntil = reader.IsDBNull(6) ? null : Later(Instants.FromStored(reader.GetInt64(6)), now),
        CreatedAt = Instants.FromStored(reader.GetInt64(7)),
        UpdatedAt = Instants.FromStored(reader.GetInt64(8)),
    };

    private static DateTimeOffset? Later(DateTimeOffset instant, DateTimeOffset now) => instant > now ? instant : null;
}
