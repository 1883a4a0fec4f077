using System.Data.Common;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Reads stored attempts.</summary>
internal static class AttemptRows
{
    public const string Select = $"SELECT {Columns} FROM attempts WHERE message_id = $1 ORDER BY number";

    private const string Columns =
        "connector, started_at, duration_us, outcome, reason, detail, provider_code, provider_request_id";

    // One text for any number of messages: the list is filled up with the last one.
    private const int MessagesAtATime = 40;

    private static readonly string SelectSeveral =
        $"SELECT {Columns}, message_id FROM attempts WHERE message_id IN (" +
        $"{string.Join(", ", Enumerable.Range(1, MessagesAtATime).Select(number => $"${number}"))}) " +
        "ORDER BY message_id, number";

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

    /// <summary>The attempts of several messages, each message's in their order.</summary>
    public static async Task<ILookup<string, MessageAttempt>> ReadOfAsync(
        DatabaseSession session, IReadOnlyList<string> messageIds)
    {
        var attempts = new List<(string MessageId, MessageAttempt Attempt)>();
        foreach (var ids in messageIds.Chunk(MessagesAtATime))
        {
            var filledUp = ids.Concat(Enumerable.Repeat(ids[^1], MessagesAtATime - ids.Length));
            attempts.AddRange(await session.QueryAsync(
                SelectSeveral, reader => (reader.GetString(8), Read(reader)), [.. filledUp]));
        }

        return attempts.ToLookup(attempt => attempt.MessageId, attempt => attempt.Attempt, StringComparer.Ordinal);
    }

    private static string? Text(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
