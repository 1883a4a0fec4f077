using Connector.Abstractions;
using Connector.Runtime.Audit;
using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>The full numbers of messages, as long as they are kept. Asks nobody for permission. Thread-safe.</summary>
public sealed class MessageNumbers
{
    private readonly Database database;
    private readonly DatabaseOpening opening;
    private readonly SealedData sealedData;
    private readonly AuditLog audit;
    private readonly ILogger<MessageNumbers> logger;

    internal MessageNumbers(
        Database database,
        DatabaseOpening opening,
        SealedData sealedData,
        AuditLog audit,
        ILogger<MessageNumbers> logger)
    {
        this.database = database;
        this.opening = opening;
        this.sealedData = sealedData;
        this.audit = audit;
        this.logger = logger;
    }

    /// <summary>Whether a message's number is kept still.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>Whether <see cref="RevealAsync"/> can tell it now.</returns>
    /// <exception cref="StorageException">The database can't be read.</exception>
    public async Task<bool> IsKeptAsync(string id, CancellationToken cancellationToken)
    {
        opening.ThrowIfClosed();
        return await database.ReadAsync(
            session => session.ReadNumberAsync(
                "SELECT count(*) FROM messages WHERE id = $1 AND content IS NOT NULL", id),
            cancellationToken) > 0;
    }

    /// <summary>Tells to whom a message went, after that is written into the audit log.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="actor">Who wants to know: the id of an API key.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>The number; <see langword="null"/> when there is no such message.</returns>
    /// <exception cref="ConnectorRequestException">The number is erased, or can't be read any more.</exception>
    /// <exception cref="StorageException">
    /// The database can't be read, or the audit log not written; then nobody learns the number.
    /// </exception>
    public async Task<PhoneNumber?> RevealAsync(string id, string? actor, CancellationToken cancellationToken)
    {
        opening.ThrowIfClosed();
        var kept = await database.ReadAsync(
            session => session.FindAsync(
                "SELECT content FROM messages WHERE id = $1",
                reader => new Kept(reader.IsDBNull(0) ? null : reader.GetFieldValue<byte[]>(0)),
                id),
            cancellationToken);
        if (kept is null)
        {
            return null;
        }

        var number = Open(id, kept.Content ?? throw Erased());
        await audit.WriteAsync(actor, AuditActions.MessageRevealed, id);
        return number;
    }

    private PhoneNumber Open(string id, byte[] content) =>
        KeptContent.TryOpen(sealedData, content, id, logger)?.Phone ?? throw Unreadable();

    private static ConnectorRequestException Unreadable() => new(
        ConnectorRequestKind.Conflict,
        "number_unreadable",
        "The number can't be read any more",
        "The key that it was sealed with is not in the database. Restore data_protection_keys from a backup.");

    private static ConnectorRequestException Erased() => new(
        ConnectorRequestKind.Conflict,
        "number_erased",
        "The number is erased",
        "Number and code are erased when a message has been handed over or has an end. For the next ones, "
        + "ConnectorHost:Delivery:KeepContent keeps them longer.");

    private sealed record Kept(byte[]? Content);
}
