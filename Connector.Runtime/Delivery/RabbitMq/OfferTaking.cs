using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>Answers an offer: takes the message if it still waits, and works on it. Thread-safe.</summary>
internal sealed class OfferTaking(
    ClaimQueries claims,
    Database database,
    DeliveryRunner runner,
    ConnectorTable table,
    TimeProvider timeProvider)
{
    /// <param name="offer">The offer; it is done with when this returns.</param>
    /// <param name="again">Offers a message that is not done with.</param>
    /// <exception cref="StorageException">The database can't be used; the offer must come again.</exception>
    public async Task TakeAsync(WorkOffer offer, Action<string, string, TimeSpan> again)
    {
        var now = timeProvider.GetUtcNow();
        if (await WaitForTurnAsync(offer, now) is { } turn)
        {
            again(offer.MessageId, offer.Connector, turn);
            return;
        }

        if (await claims.TakeAsync(offer.MessageId, now) is { } row)
        {
            if (await runner.RunAsync(row) is { Work: not MessageWork.None } step)
            {
                again(offer.MessageId, step.Connector, step.Delay);
            }
        }
        else if (await FindDueAsync(offer.MessageId) is { } due && due > now)
        {
            again(offer.MessageId, offer.Connector, due - now);
        }
    }

    /// <returns>How long it is not this message's turn; <see langword="null"/> when it is.</returns>
    private async Task<TimeSpan?> WaitForTurnAsync(WorkOffer offer, DateTimeOffset now)
    {
        var limits = ConnectorLimits.Of(table.Current.Find(offer.Connector)?.Info);
        if (!limits.IsLimited)
        {
            return null;
        }

        var grant = await database.TransactAsync(
            session => limits.GrantAsync(session, offer.Connector, wanted: 1, now));
        return grant.Count == 1 ? null : grant.Wait;
    }

    private async Task<DateTimeOffset?> FindDueAsync(string messageId)
    {
        var due = await database.ReadAsync(session => session.ReadNumberAsync(
            "SELECT due_at FROM messages WHERE id = $1 AND work <> 0 AND owner = 0", messageId));
        return due == 0 ? null : Instants.FromStored(due);
    }
}
