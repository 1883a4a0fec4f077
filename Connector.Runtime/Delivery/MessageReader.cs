using Connector.Abstractions;
using Connector.Runtime.Connectors;

namespace Connector.Runtime.Delivery;

/// <summary>Reads requests to send a message. Thread-safe.</summary>
internal sealed class MessageReader(MessageOptions options)
{
    /// <exception cref="ConnectorRequestException">The request is wrong; all its faults are in it.</exception>
    public Message Read(SendRequest request, DateTimeOffset now)
    {
        try
        {
            return ReadFlawless(request, now);
        }
        catch (ConnectorRequestException)
        {
            // Only a wrong request pays for finding the rest of its faults.
            ThrowAllFaults(request, now);
            throw;
        }
    }

    private Message ReadFlawless(SendRequest request, DateTimeOffset now)
    {
        // The database keeps milliseconds, and a message reads the same before and after.
        now = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        var to = RecipientNumber.Parse(request.To, "/to");
        var usageType = ReadUsageType(request);
        var delivery = new SmsDelivery { MessageId = MessageId.Create(now), ExpiresAt = ReadExpiry(request, now) };
        return new Message
        {
            To = to,
            UsageType = usageType,
            Payload = ReadPayload(request, usageType, delivery),
            Id = delivery.MessageId,
            CreatedAt = now,
            ExpiresAt = delivery.ExpiresAt.Value,
        };
    }

    private void ThrowAllFaults(SendRequest request, DateTimeOffset now)
    {
        var faults = new RequestFaults();
        var delivery = new SmsDelivery { MessageId = "" };
        faults.Catch(() => RecipientNumber.Parse(request.To, "/to"));
        var usageType = faults.Catch(() => ReadUsageType(request));
        faults.Catch<object>(() => ReadExpiry(request, now));
        faults.Catch(() => ReadPayload(request, usageType ?? UsageType.Generic, delivery));
        faults.ThrowIfAny();
    }

    private static SmsPayload ReadPayload(SendRequest request, UsageType usageType, SmsDelivery delivery) =>
        new PayloadReader(request.Payload).Read(usageType, request.ClientIp, delivery);

    private UsageType ReadUsageType(SendRequest request) =>
        RequestedUsageType.ParseKnown(request.UsageType, options.UsageTypes, "/usageType");

    private DateTimeOffset ReadExpiry(SendRequest request, DateTimeOffset now)
    {
        if (request.ExpiresAt is not { } requested)
        {
            return now + options.Lifetime;
        }

        if (requested > now && requested <= now + MessageOptions.MaxLifetime)
        {
            return requested;
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
