using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Storage;

/// <summary>Puts messages into a test's database as delivery would have left them, and reads them back.</summary>
internal static class StoredMessages
{
    public static async Task<string> AddAsync(
        this TestStore store,
        MessageStatus status = MessageStatus.Accepted,
        MessageWork work = MessageWork.None,
        string? providerId = null,
        string connector = "twilio",
        long owner = 0,
        long attempt = 1,
        byte[]? hash = null)
    {
        var now = store.Time.GetUtcNow();
        var message = new NewMessage
        {
            Id = MessageId.Create(now),
            UsageType = "SignIn",
            MaskedTo = "+1415•••0123",
            ToHash = hash ?? new byte[16],
            Country = null,
            Connector = connector,
            IsPinned = false,
            CreatedAt = now,
            ExpiresAt = now + TimeSpan.FromMinutes(10),
            Content = [1, 2, 3],
            Owner = 0,
        };
        await store.Database.WriteAsync(
        [
            message.ToStatement(),
            new Statement(
                "UPDATE messages SET status = $2, work = $3, owner = $4, attempt = $5, provider_message_id = $6, " +
                "takes_receipts = 1, reason = 'optedOut' WHERE id = $1",
                message.Id,
                (long)status,
                (long)work,
                owner,
                attempt,
                providerId),
        ]);
        return message.Id;
    }

    public static Task AddAttemptAsync(
        this TestStore store, string id, long number, string connector, long microseconds) => store.WriteAsync(
        "INSERT INTO attempts (message_id, number, connector, started_at, duration_us, outcome) " +
        "VALUES ($1, $2, $3, 0, $4, 'accepted')",
        id,
        number,
        connector,
        microseconds);

    public static async Task<MessageRecord> ReadAsync(this TestStore store, string id) =>
        await store.Database.ReadAsync(session => session.FindAsync(
            $"SELECT {MessageRecord.Columns} FROM messages WHERE id = $1", MessageRecord.Read, id))
        ?? throw new InvalidOperationException("There is no such message.");

    public static async Task<bool> HasContentAsync(this TestStore store, string id) =>
        await store.ReadNumberAsync("SELECT count(*) FROM messages WHERE id = $1 AND content IS NOT NULL", id) == 1;
}
