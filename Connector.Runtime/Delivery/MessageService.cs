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
    private readonly MessageOptions options;
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
        this.options = options.Value.Messages;
        this.timeProvider = timeProvider;
        this.logger = logger;
    }

    /// <summary>Sends one message and waits for the provider's verdict.</summary>
    /// <param name="request">Whom to send what.</param>
    /// <param name="cancellationToken">
    /// Fires when the caller no longer waits; the message may have left all the same.
    /// </param>
    /// <returns>The message with its one attempt.</returns>
    /// <exception cref="ConnectorRequestException">The request can't be served. Nothing was sent.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<MessageResult> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        var to = RecipientNumber.Parse(request.To, "/to");
        var usageType = RequestedUsageType.ParseKnown(request.UsageType, options.UsageTypes, "/usageType");
        var delivery = new SmsDelivery
        {
            MessageId = $"msg_{Guid.CreateVersion7(now):n}",
            ExpiresAt = Expiry(request.ExpiresAt, now),
        };
        var payload = new PayloadReader(request.Payload).Read(usageType, request.ClientIp, delivery);
        var connector = selector.Select(request.Connector, to);
        return await SendAsync(connector, to, usageType, payload, cancellationToken);
    }

    private async Task<MessageResult> SendAsync(
        RunningConnector connector,
        PhoneNumber to,
        UsageType usageType,
        SmsPayload payload,
        CancellationToken cancellationToken)
    {
        var started = timeProvider.GetUtcNow();
        var timestamp = timeProvider.GetTimestamp();
        var outcome = await send.SendAsync(connector, to, usageType, payload, cancellationToken);
        var attempt = Outcomes.ToAttempt(outcome, connector.Name, started, timeProvider.GetElapsedTime(timestamp));
        var delivery = payload.Delivery!;
        Log.Sent(logger, delivery.MessageId, connector.Name, attempt.Outcome, attempt.Reason, attempt.ProviderCode);
        return new MessageResult
        {
            Id = delivery.MessageId,
            To = to.ToString(),
            UsageType = usageType.Value,
            Connector = connector.Name,
            Status = attempt.Outcome,
            ProviderMessageId = (outcome as SendOutcome.Accepted)?.ProviderMessageId,
            Segments = (outcome as SendOutcome.Accepted)?.Segments,
            Reason = attempt.Reason,
            ProviderCode = attempt.ProviderCode,
            Retryable = Outcomes.IsRetryable(outcome),
            CreatedAt = started,
            ExpiresAt = delivery.ExpiresAt!.Value,
            Attempts = [attempt],
        };
    }

    private DateTimeOffset Expiry(DateTimeOffset? requested, DateTimeOffset now)
    {
        if (requested is null)
        {
            return now + options.Lifetime;
        }

        if (requested > now && requested <= now + MessageOptions.MaxLifetime)
        {
            return requested.Value;
        }

        throw new ConnectorRequestException(
            ConnectorRequestKind.Invalid, "expiry_invalid", "The expiry is invalid", "Nothing was sent.")
        {
            Issues = [new ConfigIssue("/expiresAt", requested <= now
                ? "expiresAt has passed. Give an instant in the future, or leave it out."
                : $"expiresAt must be at most {MessageOptions.MaxLifetime.TotalHours:0} hours ahead.")],
        };
    }
}
