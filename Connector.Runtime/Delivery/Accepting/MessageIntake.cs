using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Stores messages, and has this host send them at once when it has room. Thread-safe.</summary>
internal sealed class MessageIntake(
    Database database,
    HostIdentity host,
    IDeliveryEngine engine,
    MessageSealing sealing,
    IntakeUndo undo)
{
    /// <param name="message">What to send.</param>
    /// <param name="isPinned">Whether the caller named the connector.</param>
    /// <param name="client">Who asks.</param>
    /// <param name="claim">The idempotency key, if any; nothing is stored when it is taken.</param>
    /// <returns>Whether it was stored, which it is when there is no key.</returns>
    /// <exception cref="StorageException">It is not stored.</exception>
    public async Task<bool> StoreAsync(Message message, bool isPinned, string? client, KeyClaim? claim)
    {
        var hash = await sealing.HashAsync(message.To);
        var isReserved = engine.TryReserve(message.Connector);
        var isStarted = false;
        try
        {
            var stored = sealing.Seal(message, hash, isPinned, client, isReserved ? host.Id : 0);
            if (!await WriteAsync(stored, claim))
            {
                return false;
            }

            isStarted = isReserved;
        }
        finally
        {
            if (isReserved && !isStarted)
            {
                engine.Release(message.Connector);
            }
        }

        if (isStarted)
        {
            engine.Start(sealing.Open(message, isPinned, host.Id));
        }
        else
        {
            engine.Offer(message.Id, message.Connector, TimeSpan.Zero);
        }

        return true;
    }

    private async Task<bool> WriteAsync(NewMessage stored, KeyClaim? claim)
    {
        try
        {
            IReadOnlyList<Statement> statements = claim is null
                ? [stored.ToStatement()]
                : [claim.Statement, stored.ToStatementFor(claim.Client, claim.Key)];
            var changed = await database.WriteAsync(statements);
            return changed[^1] == 1;
        }
        catch (StorageException)
        {
            // The connection may have broken after the commit, and the caller is told to send again.
            undo.Add(stored.Id, claim is not null);
            throw;
        }
    }
}
