using System.Security.Cryptography;
using Connector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace Connector.Runtime.Delivery;

/// <summary>Sends one event to one webhook and writes down what came of it. Thread-safe.</summary>
internal sealed class WebhookAttempts(
    WebhookOutbox outbox,
    WebhookClient client,
    SealedData sealedData,
    SubscriptionReader reader,
    ILogger<WebhookAttempts> logger)
{
    /// <returns>Whether the receiver took it.</returns>
    /// <param name="claim">What to send.</param>
    /// <param name="cancellationToken">Cuts the attempt short; then the event is given back.</param>
    /// <exception cref="StorageException">What came of it could not be written: it will be sent again.</exception>
    public async Task<bool> RunAsync(ClaimedDelivery claim, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await SendAsync(claim, cancellationToken);
            await outbox.EndAsync(claim, answer);
            await TellAsync(claim, answer);
            return answer.IsDelivered;
        }
        catch (OperationCanceledException)
        {
            await outbox.ReturnAsync(claim);
            return true;
        }
    }

    /// <summary>Sends without writing anything down.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<WebhookAnswer> SendAsync(ClaimedDelivery claim, CancellationToken cancellationToken)
    {
        byte[][] keys;
        try
        {
            keys = [.. claim.SealedSecrets.Select(sealedData.OpenSetting)];
        }
        catch (CryptographicException)
        {
            return WebhookAnswer.Failed(WebhookErrors.SecretUnreadable);
        }

        return await client.SendAsync(new Uri(claim.Url), claim.EventId, claim.Body, keys, cancellationToken);
    }

    private async Task TellAsync(ClaimedDelivery claim, WebhookAnswer answer)
    {
        if (answer.IsDelivered)
        {
            EventLog.Delivered(logger, claim.EventId, claim.WebhookId, claim.Step);
            return;
        }

        EventLog.NotDelivered(logger, claim.EventId, claim.WebhookId, claim.Step, answer.HttpStatus, answer.Error);
        if (answer.IsGone)
        {
            EventLog.SwitchedOff(logger, claim.WebhookId);
            await reader.AnnounceAsync();
        }
    }
}
