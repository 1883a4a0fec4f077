using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Templates;
using Connectors.Sandbox.Numbers;
using Connectors.Sandbox.Receipts;
using Microsoft.Extensions.Logging;

namespace Connectors.Sandbox.Inbox;

/// <summary>Puts a message into the inbox, or does what the number's rule says instead.</summary>
internal sealed class InboxDelivery(
    InboxFile inbox, NumberPlan numbers, ReceiptPoster receipts, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan RateLimitPause = TimeSpan.FromSeconds(1);

    public async Task<SendOutcome> DeliverAsync(
        PhoneNumber phone,
        UsageType usageType,
        SmsPayload payload,
        string text,
        CancellationToken cancellationToken)
    {
        var rule = numbers.Find(phone);
        await WaitAsync(rule, cancellationToken);
        if (rule?.Refuses(payload.Delivery?.Attempt ?? 1) == true)
        {
            return Refuse(rule.Reason ?? RefusalReason.InvalidRecipient);
        }

        if (rule?.Behaviour == NumberBehaviour.Lost)
        {
            return new SendOutcome.Unknown("The number loses messages without an answer.");
        }

        var outcome = await StoreAsync(NewMessage(phone, usageType, payload, text), cancellationToken);
        if (outcome is not SendOutcome.Accepted accepted)
        {
            return outcome;
        }

        receipts.Begin(payload.Delivery?.ReceiptUrl, accepted.ProviderMessageId, rule);
        return rule?.Behaviour == NumberBehaviour.Unknown
            ? new SendOutcome.Unknown("The number receives messages without an answer.")
            : accepted;
    }

    private Task WaitAsync(NumberRule? rule, CancellationToken cancellationToken) =>
        rule is { EffectiveDelay.Ticks: > 0 }
            ? Task.Delay(rule.EffectiveDelay, timeProvider, cancellationToken)
            : Task.CompletedTask;

    private static SendOutcome.Refused Refuse(RefusalReason reason) => new(reason)
    {
        ProviderCode = JsonNamingPolicy.CamelCase.ConvertName(reason.ToString()),
        RetryAfter = reason == RefusalReason.RateLimited ? RateLimitPause : null,
        Detail = "The number is set up to refuse.",
    };

    private StoredMessage NewMessage(PhoneNumber phone, UsageType usageType, SmsPayload payload, string text)
    {
        var now = timeProvider.GetUtcNow();
        return new StoredMessage
        {
            Id = $"sbx_{Guid.CreateVersion7(now):N}",
            MessageId = payload.Delivery?.MessageId,
            To = phone.E164,
            UsageType = usageType,
            Text = text,
            Code = payload.Code,
            Locale = payload.Locale,
            ReceivedAt = now,
        };
    }

    private async Task<SendOutcome> StoreAsync(StoredMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await inbox.AppendAsync(message, cancellationToken);
            return new SendOutcome.Accepted(message.Id) { Segments = SmsSegmentation.Of(message.Text).Segments };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.InboxNotWritable(logger, error.GetType().Name, message.MessageId);
            return new SendOutcome.Refused(RefusalReason.ProviderUnavailable)
            {
                Detail = "The inbox can't be written.",
            };
        }
    }
}
