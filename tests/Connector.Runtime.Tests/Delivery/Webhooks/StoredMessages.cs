using Connector.Runtime.Delivery;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Tests.Delivery;

/// <summary>Messages in the database whose statuses a test moves on, as the engine does.</summary>
internal static class StoredMessages
{
    public const long Fence = 1;
    public const string Number = "14155550123";
    public const string ProviderText = "The number 14155550123 is not reachable";

    public static async Task<string> AddMessageAsync(this EventsEngine engine)
    {
        var now = engine.Time.GetUtcNow();
        var message = new NewMessage
        {
            Id = $"msg_{Guid.CreateVersion7(now):n}",
            UsageType = "SignIn",
            MaskedTo = "+1415•••0123",
            Country = null,
            ToHash = [1],
            Connector = "sandbox",
            IsPinned = false,
            CreatedAt = now,
            ExpiresAt = now.AddMinutes(10),
            Content = [1],
            Owner = 7,
        };
        await engine.Database.WriteAsync([message.ToStatement()]);
        return message.Id;
    }

    /// <summary>Writes a status with its event in one unit.</summary>
    public static Task MoveAsync(
        this EventsEngine engine, string messageId, MessageStatus status, long? fence = Fence) =>
        engine.Database.WriteAsync(
        [
            .. engine.Events.Record(Result(engine, messageId, status), status, fence),
            new Statement(
                "UPDATE messages SET status = $2 WHERE id = $1 AND status < $2 AND ($3 < 0 OR fence = $3)",
                messageId,
                (long)status,
                fence ?? -1),
        ]);

    /// <summary>A new message with one event.</summary>
    public static async Task<string> TellAsync(
        this EventsEngine engine, MessageStatus status = MessageStatus.Delivered)
    {
        var id = await engine.AddMessageAsync();
        await engine.MoveAsync(id, status);
        return id;
    }

    public static MessageResult Result(EventsEngine engine, string messageId, MessageStatus status) => new()
    {
        Id = messageId,
        To = "+1415•••0123",
        UsageType = "SignIn",
        Connector = "sandbox",
        Status = MessageStatuses.NameOf(status),
        Retryable = false,
        CreatedAt = engine.Time.GetUtcNow(),
        ExpiresAt = engine.Time.GetUtcNow().AddMinutes(10),
        Attempts =
        [
            new MessageAttempt
            {
                Connector = "sandbox",
                StartedAt = engine.Time.GetUtcNow(),
                DurationMs = 1.5,
                Outcome = "refused",
                Reason = "invalidRecipient",
                Detail = ProviderText,
                ProviderRequestId = "req-1",
            },
        ],
    };
}
