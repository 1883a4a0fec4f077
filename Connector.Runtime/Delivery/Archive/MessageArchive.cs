using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;

namespace Connector.Runtime.Delivery;

/// <summary>The stored messages. Thread-safe.</summary>
public sealed class MessageArchive
{
    private readonly Database database;
    private readonly DatabaseOpening opening;
    private readonly RecipientHash recipients;
    private readonly ConnectorTable connectors;

    internal MessageArchive(
        Database database, DatabaseOpening opening, RecipientHash recipients, ConnectorTable connectors)
    {
        this.database = database;
        this.opening = opening;
        this.recipients = recipients;
        this.connectors = connectors;
    }

    /// <summary>Finds one message.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>The message with its attempts; <see langword="null"/> when there is none, or none any more.</returns>
    /// <exception cref="StorageException">The database can't be read.</exception>
    public async Task<MessageResult?> FindAsync(string id, CancellationToken cancellationToken) => CanRead()
        ? await database.ReadAsync(session => FindAsync(session, id), cancellationToken)
        : null;

    /// <summary>Lists messages, the newest first.</summary>
    /// <param name="request">Which ones.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>One page.</returns>
    /// <exception cref="ConnectorRequestException">
    /// The request is wrong; everything wrong with it is in <see cref="ConnectorRequestException.Issues"/>.
    /// </exception>
    /// <exception cref="StorageException">The database can't be read.</exception>
    public async Task<MessagePage> ListAsync(MessageListRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var query = new MessageQueryReader(request).Read(ConnectorNamed);
        if (!CanRead())
        {
            return new MessagePage([], Next: null, query.Limit);
        }

        var recipient = query.To is { } to ? await recipients.FindAsync(to, cancellationToken) : null;
        var filter = query.ToFilter(recipient) ?? throw MessageQueryReader.CursorOfOtherFilters();

        // Without a hash, nobody was ever sent anything.
        return query.To is not null && recipient is null
            ? new MessagePage([], Next: null, query.Limit)
            : await database.ReadAsync(session => ListAsync(session, filter, query.Limit), cancellationToken);
    }

    internal static async Task<MessageResult?> FindAsync(DatabaseSession session, string id)
    {
        var message = await session.FindAsync(
            $"SELECT {MessageRecord.Columns} FROM messages WHERE id = $1", MessageRecord.Read, id);
        return message?.ToResult(await session.QueryAsync(AttemptRows.Select, AttemptRows.Read, id));
    }

    private async Task<MessagePage> ListAsync(DatabaseSession session, MessageFilter filter, int limit)
    {
        var (messages, goOnAfter) = await new MessageSearch(filter, limit, database.IsShared).RunAsync(session);
        var attempts = await AttemptRows.ReadOfAsync(session, [.. messages.Select(message => message.Id)]);
        return new MessagePage(
            [.. messages.Select(message => message.ToResult([.. attempts[message.Id]]))],
            goOnAfter is null ? null : MessageCursor.Write(filter with { After = goOnAfter }),
            limit);
    }

    private string ConnectorNamed(string name) => connectors.Current.Find(name)?.Info.Name ?? name;

    // Whoever only looks may come before the first host has made the database.
    private bool CanRead()
    {
        if (!opening.IsObserver)
        {
            opening.ThrowIfClosed();
        }

        return opening.IsOpen;
    }
}
