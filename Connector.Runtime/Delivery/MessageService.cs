using Connector.Runtime.Connectors;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>Takes messages and has them delivered through the configured connectors. Thread-safe.</summary>
public sealed class MessageService
{
    private readonly Router router;
    private readonly MessageIntake intake;
    private readonly IdempotencyKeys keys;
    private readonly MessageWaiting waiting;
    private readonly Backlog backlog;
    private readonly MessageReader reader;
    private readonly TimeProvider timeProvider;

    internal MessageService(
        MessageServiceParts parts, IOptions<ConnectorRuntimeOptions> options, TimeProvider timeProvider)
    {
        router = parts.Router;
        intake = parts.Intake;
        keys = parts.Keys;
        waiting = parts.Waiting;
        backlog = parts.Backlog;
        reader = new MessageReader(options.Value.Messages);
        this.timeProvider = timeProvider;
    }

    /// <summary>Stores a message, so that it is delivered whatever happens to this process.</summary>
    /// <param name="request">Whom to send what.</param>
    /// <param name="options">How to take it; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits; a stored message stays stored.</param>
    /// <returns>The message: it is on disk.</returns>
    /// <exception cref="ConnectorRequestException">
    /// The request can't be served; everything wrong with it is in <see cref="ConnectorRequestException.Issues"/>.
    /// Nothing was stored.
    /// </exception>
    /// <exception cref="StorageException">The database can't be used. Nothing was stored.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<Acceptance> AcceptAsync(
        SendRequest request, AcceptOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        options ??= new AcceptOptions();
        if (options.IdempotencyKey is { } wanted)
        {
            IdempotencyKeys.Check(wanted);
        }

        var message = reader.Read(request, timeProvider.GetUtcNow());
        backlog.ThrowIfFull();
        message.Connector = router.Choose(request.Connector, message.To).Name;
        return options.IdempotencyKey is { } key
            ? await AcceptOnceAsync(message, request, key, options, cancellationToken)
            : await StoreAsync(message, request, options, claim: null, cancellationToken)
                ?? throw new InvalidOperationException("A message without a key is always stored.");
    }

    /// <summary>Sends one message and waits until it is clear what becomes of it, however long that takes.</summary>
    /// <param name="request">Whom to send what.</param>
    /// <param name="cancellationToken">
    /// Fires when the caller no longer waits; the message is delivered all the same.
    /// </param>
    /// <returns>The message with its attempts.</returns>
    /// <exception cref="ConnectorRequestException">As <see cref="AcceptAsync"/>.</exception>
    /// <exception cref="StorageException">As <see cref="AcceptAsync"/>.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<MessageResult> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        var options = new AcceptOptions { Wait = MessageOptions.MaxLifetime };
        return (await AcceptAsync(request, options, cancellationToken)).Message;
    }

    private async Task<Acceptance> AcceptOnceAsync(
        Message message, SendRequest request, string key, AcceptOptions options, CancellationToken cancellationToken)
    {
        var client = options.Client ?? "";
        var fingerprint = await keys.FingerprintAsync(message, request);
        var claim = new KeyClaim(client, key, keys.Take(client, key, fingerprint, message.ToQueued(), options.Wait));
        if (await StoreAsync(message, request, options, claim, cancellationToken) is { } stored)
        {
            return stored;
        }

        var answer = await keys.FindAsync(client, key, fingerprint);
        var earlier = answer.Message ?? await waiting.ReadAsync(answer.MessageId, cancellationToken);
        return new Acceptance(earlier, IsReplay: true, answer.HasWaited);
    }

    /// <returns><see langword="null"/> when the key is taken.</returns>
    private async Task<Acceptance?> StoreAsync(
        Message message,
        SendRequest request,
        AcceptOptions options,
        KeyClaim? claim,
        CancellationToken cancellationToken)
    {
        var isPinned = request.Connector is not null;
        if (options.Wait == TimeSpan.Zero)
        {
            return await intake.StoreAsync(message, isPinned, options.Client, claim)
                ? new Acceptance(message.ToQueued(), IsReplay: false, HasWaited: false)
                : null;
        }

        using var waiter = waiting.Begin(message.Id);
        if (!await intake.StoreAsync(message, isPinned, options.Client, claim))
        {
            return null;
        }

        var reached = await waiting.WaitAsync(message.Id, waiter, options.Wait, cancellationToken);
        if (claim is not null)
        {
            await keys.AnswerAsync(claim.Client, claim.Key, reached);
        }

        return new Acceptance(reached, IsReplay: false, HasWaited: true);
    }
}
