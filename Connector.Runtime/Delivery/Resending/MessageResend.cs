using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Sends messages again that failed, or of which nobody knows whether they left, as long as their number and code are
/// there: see <see cref="DeliveryOptions.KeepFailedContent"/>. Thread-safe.
/// </summary>
public sealed class MessageResend
{
    private readonly ResendParts parts;
    private readonly TimeProvider timeProvider;
    private readonly ILogger<MessageResend> logger;

    internal MessageResend(ResendParts parts, TimeProvider timeProvider, ILogger<MessageResend> logger)
    {
        this.parts = parts;
        this.timeProvider = timeProvider;
        this.logger = logger;
    }

    /// <summary>Tells whether a message can be sent again right now.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns><see langword="null"/> when there is no such message.</returns>
    /// <exception cref="StorageException">The database can't be read.</exception>
    public async Task<ResendState?> FindAsync(string id, CancellationToken cancellationToken) =>
        await parts.Store.FindAsync(id, cancellationToken) is { } found
            ? new ResendState(
                FailedContent.FindObstacle(found, timeProvider.GetUtcNow()),
                found.Record.Status == MessageStatus.Unknown)
            : null;

    /// <summary>
    /// Sends a new message with the number, the usage type, the payload and the expiry of one that failed. A message is
    /// sent again once, whoever asks on whichever host; if its successor fails too, that one can be.
    /// </summary>
    /// <param name="id">The message that failed.</param>
    /// <param name="connector">
    /// Who is to send it; <see langword="null"/> for the one that its caller had named, or else whom the host chooses.
    /// </param>
    /// <param name="options">
    /// Who asks, and the idempotency key. It isn't waited for what becomes of the message.
    /// </param>
    /// <param name="cancellationToken">Fires when the caller no longer waits; a stored message stays stored.</param>
    /// <returns>
    /// The new message: it is on disk. <see langword="null"/> when there is no message to be sent again.
    /// </returns>
    /// <exception cref="ConnectorRequestException">It can't be sent again. Nothing was stored.</exception>
    /// <exception cref="StorageException">
    /// Nothing was stored, or, when the connection broke at the wrong moment, the new message was; then the earlier one
    /// can't be sent again.
    /// </exception>
    public async Task<Acceptance?> ResendAsync(
        string id, string? connector, AcceptOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var key = await parts.Keys.ReadAsync(options, id, connector);
        if (await parts.Store.FindAsync(id, cancellationToken) is not { } kept)
        {
            return null;
        }

        if (FailedContent.FindObstacle(kept, timeProvider.GetUtcNow()) is { } obstacle)
        {
            // This very request may be what has sent it again.
            return await FindEarlierAsync(key, cancellationToken)
                ?? throw ResendFaults.Of(obstacle, kept.Record.Status);
        }

        parts.Backlog.ThrowIfFull();
        return await SendAsync(kept, connector, options, key) ?? await FindEarlierAsync(key, cancellationToken);
    }

    private async Task<Acceptance?> FindEarlierAsync(ResendKey? key, CancellationToken cancellationToken) =>
        key is null ? null : await parts.Keys.FindAsync(key, cancellationToken);

    /// <returns><see langword="null"/> when the key is taken.</returns>
    private async Task<Acceptance?> SendAsync(
        ClaimedRow kept, string? connector, AcceptOptions options, ResendKey? key)
    {
        var message = parts.Reading.Read(kept, connector, timeProvider.GetUtcNow())
            ?? throw ResendFaults.Of(ResendObstacle.Erased, kept.Record.Status);
        var successor = await parts.Reading.SealAsync(message, kept.Record, connector, options.Client);
        var claim = key is null ? null : parts.Keys.Take(key, message.ToQueued());
        if (!await parts.Store.ReplaceAsync(kept.Record.Id, successor, claim))
        {
            return null;
        }

        ArchiveLog.Resent(logger, kept.Record.Id, message.Id);
        parts.Engine.Offer(message.Id, message.Connector, TimeSpan.Zero);
        return new Acceptance(message.ToQueued(), IsReplay: false, HasWaited: false);
    }
}
