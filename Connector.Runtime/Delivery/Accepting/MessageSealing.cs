using Connector.Abstractions;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Turns messages into what the database may hold. Thread-safe.</summary>
internal sealed class MessageSealing(SealedData sealedData, RecipientHash hash, MessageOpening opening)
{
    /// <exception cref="StorageException">The key of the hash can't be read.</exception>
    public Task<byte[]> HashAsync(PhoneNumber to) => hash.ComputeAsync(to);

    /// <summary>Gets the keys, so that the first message doesn't wait for them.</summary>
    public Task WarmUpAsync()
    {
        sealedData.SealMessage([]);
        return hash.ComputeAsync([]);
    }

    public NewMessage Seal(Message message, byte[] toHash, bool isPinned, string? client, long owner) => new()
    {
        Id = message.Id,
        Client = client,
        UsageType = message.UsageType.Value,
        MaskedTo = message.To.ToString(),
        ToHash = toHash,
        Country = message.Country,
        Connector = message.Connector,
        IsPinned = isPinned,
        CreatedAt = message.CreatedAt,
        ExpiresAt = message.ExpiresAt,
        Content = sealedData.SealMessage(MessageContent.Serialize(message.To, message.Payload)),
        Owner = owner,
    };

    /// <summary>The message as a host has it that took it when it was stored.</summary>
    public ClaimedMessage Open(Message message, bool isPinned, long owner)
    {
        var record = new MessageRecord
        {
            Id = message.Id,
            UsageType = message.UsageType.Value,
            MaskedTo = message.To.ToString(),
            Country = message.Country,
            Connector = message.Connector,
            IsPinned = isPinned,
            Tried = "",
            Status = MessageStatus.Sending,
            Work = MessageWork.Send,
            Owner = owner,
            Fence = 1,
            Attempt = 1,
            Lookups = 0,
            DueAt = message.CreatedAt,
            CreatedAt = message.CreatedAt,
            StartedAt = message.CreatedAt,
            ExpiresAt = message.ExpiresAt,
            IsRetryable = false,
        };
        return opening.Open(record, message.To, message.Payload.With(opening.Delivery(record)));
    }
}
