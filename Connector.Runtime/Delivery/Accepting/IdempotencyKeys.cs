using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Remembers for a day which requests have been answered how, in the same commit as their messages. Thread-safe.
/// </summary>
/// <remarks>Semantics: draft-ietf-httpapi-idempotency-key-header-07.</remarks>
internal sealed class IdempotencyKeys(Database database, RecipientHash hash, TimeProvider timeProvider)
{
    /// <summary>How long a key stands for its message.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const int MaxLength = 255;

    // What a host needs to write the answer down after it has waited for it.
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);

    /// <exception cref="ConnectorRequestException">No one may use such a key.</exception>
    public static void Check(string key)
    {
        if (key.Length is 0 or > MaxLength || key.Any(c => c is < ' ' or > '~'))
        {
            throw new ConnectorRequestException(
                ConnectorRequestKind.Invalid,
                "idempotency_key_invalid",
                "The idempotency key is invalid",
                $"Use 1 to {MaxLength} printable ASCII characters, such as a UUID. Nothing was stored.");
        }
    }

    /// <summary>Tells whether a request is the same; keyed, so that nobody can guess a code from it.</summary>
    public Task<byte[]> FingerprintAsync(Message message, SendRequest request)
    {
        object?[] parts =
            [message.To.E164, request.UsageType, request.Connector, request.ExpiresAt, request.ClientIp];
        return FingerprintAsync(string.Join('\n', parts)
            + (request.Payload.ValueKind == JsonValueKind.Undefined ? "" : $"\n{request.Payload.GetRawText()}"));
    }

    /// <summary>Tells whether a request of another kind is the same.</summary>
    public Task<byte[]> FingerprintAsync(string request) => hash.ComputeAsync(Encoding.UTF8.GetBytes(request));

    /// <summary>Takes the key for a message, unless it is taken.</summary>
    public Statement Take(string client, string key, byte[] fingerprint, MessageResult message, TimeSpan wait)
    {
        var now = timeProvider.GetUtcNow();
        return new Statement(
            "INSERT INTO idempotency (client, key, fingerprint, message_id, created_at, running_until, has_waited, " +
            "response) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (client, key) DO UPDATE SET " +
            "fingerprint = excluded.fingerprint, message_id = excluded.message_id, created_at = excluded.created_at, " +
            "running_until = excluded.running_until, has_waited = excluded.has_waited, response = excluded.response " +
            "WHERE idempotency.created_at < $9",
            client,
            key,
            fingerprint,
            message.Id,
            now.ToStored(),
            (wait == TimeSpan.Zero ? now : now + wait + AnswerTime).ToStored(),
            wait == TimeSpan.Zero ? 0L : 1L,
            wait == TimeSpan.Zero ? Serialize(message) : null,
            (now - Lifetime).ToStored());
    }

    /// <summary>Writes down what the request was answered that waited for its message.</summary>
    public Task AnswerAsync(string client, string key, MessageResult message) => database.WriteAsync(
    [
        new Statement(
            "UPDATE idempotency SET response = $4 WHERE client = $1 AND key = $2 AND message_id = $3",
            client,
            key,
            message.Id,
            Serialize(message)),
    ]);

    /// <summary>What the request was answered that took the key.</summary>
    /// <returns>
    /// The id of its message, and the answer; <see langword="null"/> when the host that owed it died: then the
    /// message is as it is.
    /// </returns>
    /// <exception cref="ConnectorRequestException">It is being answered now, or was another request.</exception>
    public async Task<IdempotentAnswer> FindAsync(string client, string key, byte[] fingerprint) =>
        // It was there a moment ago: its day has just ended, and the caller's next try finds that.
        Read(await ReadAsync(client, key, since: DateTimeOffset.UnixEpoch) ?? throw Running(), fingerprint);

    /// <summary>What a request was answered that may have taken the key; the key may be new.</summary>
    /// <returns><see langword="null"/> when nobody has used the key within its day.</returns>
    /// <exception cref="ConnectorRequestException">It is being answered now, or was another request.</exception>
    public async Task<IdempotentAnswer?> TryFindAsync(string client, string key, byte[] fingerprint) =>
        await ReadAsync(client, key, timeProvider.GetUtcNow() - Lifetime) is { } row ? Read(row, fingerprint) : null;

    private Task<IdempotencyRow?> ReadAsync(string client, string key, DateTimeOffset since) =>
        database.ReadAsync(session => session.FindAsync(
            "SELECT fingerprint, message_id, running_until, has_waited, response FROM idempotency " +
            "WHERE client = $1 AND key = $2 AND created_at >= $3",
            reader => new IdempotencyRow(
                reader.GetFieldValue<byte[]>(0),
                reader.GetString(1),
                Instants.FromStored(reader.GetInt64(2)),
                reader.GetInt64(3) != 0,
                reader.IsDBNull(4) ? null : reader.GetFieldValue<byte[]>(4)),
            client,
            key,
            since.ToStored()));

    private IdempotentAnswer Read(IdempotencyRow row, byte[] fingerprint)
    {
        if (row.Response is null && row.RunningUntil > timeProvider.GetUtcNow())
        {
            throw Running();
        }

        return CryptographicOperations.FixedTimeEquals(row.Fingerprint, fingerprint)
            ? new IdempotentAnswer(row.MessageId, row.HasWaited, Deserialize(row.Response))
            : throw Reused();
    }

    private static byte[] Serialize(MessageResult message) =>
        JsonSerializer.SerializeToUtf8Bytes(message, MessageJsonContext.Default.MessageResult);

    private static MessageResult? Deserialize(byte[]? response) =>
        response is null ? null : JsonSerializer.Deserialize(response, MessageJsonContext.Default.MessageResult);

    private static ConnectorRequestException Running() => new(
        ConnectorRequestKind.Conflict,
        "idempotency_key_in_use",
        "A request with this idempotency key is being answered",
        "Send it again in a second to get that answer. Nothing was stored by this request.")
    {
        IsTransient = true,
    };

    private static ConnectorRequestException Reused() => new(
        ConnectorRequestKind.Invalid,
        "idempotency_key_reused",
        "The idempotency key belongs to another request",
        "A key stands for one request for 24 hours. Use a new key for this one. Nothing was stored.");

    private sealed record IdempotencyRow(
        byte[] Fingerprint, string MessageId, DateTimeOffset RunningUntil, bool HasWaited, byte[]? Response);
}
