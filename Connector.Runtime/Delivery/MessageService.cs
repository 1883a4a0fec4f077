using Connector.Abstractions;
using Connector.Runtime.Connectors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>Sends messages through the configured connectors. Thread-safe.</summary>
public sealed class MessageService
{
    private readonly ConnectorSelector selector;
    private readonly GuardedSend send;
    private readonly MessageReader reader;
    private readonly TimeProvider timeProvider;
    private readonly ILogger<MessageService> logger;

    internal MessageService(
        ConnectorSelector selector,
        GuardedSend send,
        IOptions<ConnectorRuntimeOptions> options,
        TimeProvider timeProvider,
        ILogger<MessageService> logger)
    {
        this.selector = selector;
        this.send = send;
        reader = new MessageReader(options.Value.Messages);
        this.timeProvider = timeProvider;
        this.logger = logger;
    }

    /// <summary>Sends one message and waits for the provider's verdict.</summary>
    /// <param name="request">Whom to send what.</param>
    /// <param name="cancellationToken">
    /// Fires when the caller no longer waits; the message may have left all the same.
    /// </param>
    /// <returns>The message with its one attempt.</returns>
    /// <exception cref="ConnectorRequestException">
    /// The request can't be served; everything wrong with it is in <see cref="ConnectorRequestException.Issues"/>.
    /// Nothing was sent.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<MessageResult> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var message = reader.Read(request, timeProvider.GetUtcNow());
        var connector = selector.Select(request.Connector, message.To);
        var started = timeProvider.GetUtcNow();
        var timestamp = timeProvider.GetTimestamp();
        var outcome = await SendAsync(connector, message, cancellationToken);
        var attempt = Outcomes.ToAttempt(outcome, connector.Name, started, timeProvider.GetElapsedTime(timestamp));
        Log.Sent(logger, message.Id, connector.Name, attempt.Outcome, attempt.Reason, attempt.ProviderCode);
        return message.With(outcome, attempt);
    }

    private async Task<SendOutcome> SendAsync(
        RunningConnector connector, Message message, CancellationToken cancellationToken)
    {
        try
        {
            return await send.SendAsync(
                connector, message.To, message.UsageType, message.Payload, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The only trace of a message that may have left although nobody has its id.
            Log.CallerLeft(logger, message.Id, connector.Name);
            throw;
        }
    }
}
