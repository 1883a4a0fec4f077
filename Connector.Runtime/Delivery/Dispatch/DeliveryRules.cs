using Connector.Abstractions;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Delivery;

/// <summary>
/// Decides what becomes of a message after an attempt, a look-up or the death of its host. Thread-safe.
/// </summary>
internal sealed class DeliveryRules(Router router, IOptions<ConnectorRuntimeOptions> options)
{
    private const int MaxLookups = 6;

    // A provider lists a message a moment after it took it.
    private static readonly TimeSpan FirstLookup = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestLookupDelay = TimeSpan.FromSeconds(30);

    private DeliveryOptions Options => options.Value.Delivery;

    /// <param name="delivery">The message and the attempt.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="now">When.</param>
    public NextStep AfterAttempt(ClaimedMessage delivery, SendOutcome outcome, DateTimeOffset now) => outcome switch
    {
        SendOutcome.Accepted accepted => Accepted(delivery, accepted),
        SendOutcome.Refused refused => Refused(delivery, refused, now),
        _ => AfterUnknown(delivery, outcome as SendOutcome.Unknown),
    };

    /// <param name="delivery">The message whose last attempt had an unknown outcome.</param>
    /// <param name="found">What the provider says.</param>
    /// <param name="now">When.</param>
    public NextStep AfterLookup(ClaimedMessage delivery, SendOutcome found, DateTimeOffset now) => found switch
    {
        SendOutcome.Accepted accepted => Accepted(delivery, accepted),
        SendOutcome.Refused { Reason: RefusalReason.NotAttempted } => NotThere(delivery),
        SendOutcome.Refused refused => Refused(delivery, refused, now),
        _ => StillUnknown(delivery),
    };

    /// <summary>The connector must not or can't send at the moment, and nothing has left.</summary>
    public NextStep NotSent(ClaimedMessage delivery)
    {
        var record = delivery.Record;
        var other = record.IsPinned
            ? null
            : router.ChooseOther([.. Tried(delivery).All, record.Connector], delivery.Phone);
        var pause = router.PauseOf(record.Connector);
        var delay = pause > Options.RetryDelay ? pause : Options.RetryDelay;
        return Again(delivery, other?.Name ?? record.Connector, other is null ? delay : TimeSpan.Zero) with
        {
            Tried = record.Tried,
        };
    }

    /// <summary>Its time has run out. What may have left stays unknown.</summary>
    public static NextStep Expired(MessageRecord record) =>
        Keep(record, record.Work == MessageWork.LookUp ? MessageStatus.Unknown : MessageStatus.Expired);

    /// <summary>Its number and code can't be read, because the keys are gone.</summary>
    public static NextStep Unreadable(MessageRecord record) =>
        Keep(record, MessageStatus.Failed) with { Reason = "contentUnreadable" };

    private static NextStep Keep(MessageRecord record, MessageStatus status) => new(status, MessageWork.None)
    {
        Connector = record.Connector,
        Tried = record.Tried,
        Lookups = record.Lookups,
        Reason = record.Reason,
        ProviderCode = record.ProviderCode,
        IsRetryable = record.IsRetryable,
    };

    private static NextStep Accepted(ClaimedMessage delivery, SendOutcome.Accepted accepted) =>
        new(MessageStatus.Accepted, MessageWork.None)
        {
            Connector = delivery.Record.Connector,
            ProviderMessageId = accepted.ProviderMessageId,
            Segments = accepted.Segments,
            Price = MessagePrice.Of(accepted),
        };

    private NextStep Refused(ClaimedMessage delivery, SendOutcome.Refused refused, DateTimeOffset now)
    {
        var tried = Tried(delivery);
        var connector = delivery.Record.Connector;
        var isTransient = Refusals.IsTransient(refused.Reason);
        if (isTransient)
        {
            tried.AddForNow(connector);
        }
        else
        {
            tried.AddForGood(connector);
        }

        var step = Refusals.IsForRecipient(refused.Reason) ? Final(delivery) : Onwards(delivery, tried, refused, now);
        return step with
        {
            Reason = Outcomes.Name(refused.Reason),
            ProviderCode = refused.ProviderCode,
            IsRetryable = step.Work == MessageWork.None && isTransient,
        };
    }

    private NextStep Onwards(
        ClaimedMessage delivery, TriedConnectors tried, SendOutcome.Refused refused, DateTimeOffset now)
    {
        var other = delivery.Record.IsPinned ? null : router.ChooseOther(tried.All, delivery.Phone);
        if (other is not null)
        {
            return Again(delivery, other.Name, TimeSpan.Zero) with { Tried = tried.Write() };
        }

        // Everybody has refused. Those that did so for now are asked again, the last one first.
        var connector = Refusals.IsTransient(refused.Reason)
            ? delivery.Record.Connector
            : tried.ForNow.FirstOrDefault();
        var delay = RetryDelays.Next(delivery.Record.Attempt, refused.RetryAfter, Options);
        if (connector is null || now + delay >= delivery.Record.ExpiresAt)
        {
            return Final(delivery);
        }

        tried.ForgetThoseForNow();
        return Again(delivery, connector, delay) with { Tried = tried.Write() };
    }

    private static NextStep Final(ClaimedMessage delivery) => new(MessageStatus.Refused, MessageWork.None)
    {
        Connector = delivery.Record.Connector,
    };

    private static NextStep Again(ClaimedMessage delivery, string connector, TimeSpan delay) =>
        new(MessageStatus.Sending, MessageWork.Send)
        {
            Connector = connector,
            Delay = delay,
            Reason = delivery.Record.Reason,
            ProviderCode = delivery.Record.ProviderCode,
        };

    private NextStep AfterUnknown(ClaimedMessage delivery, SendOutcome.Unknown? unknown)
    {
        var step = delivery.CanLookUp
            ? Unknown(delivery, MessageWork.LookUp) with { Delay = FirstLookup }
            : GiveUpAsking(delivery);
        return step with { ProviderCode = unknown?.ProviderCode };
    }

    private NextStep StillUnknown(ClaimedMessage delivery)
    {
        var lookups = delivery.Record.Lookups + 1;
        if (lookups >= MaxLookups)
        {
            return GiveUpAsking(delivery);
        }

        var delay = FirstLookup * Math.Pow(2, lookups);
        return Unknown(delivery, MessageWork.LookUp) with
        {
            Lookups = lookups,
            Delay = delay < LongestLookupDelay ? delay : LongestLookupDelay,
        };
    }

    private NextStep GiveUpAsking(ClaimedMessage delivery) =>
        Unknown(delivery, Options.ResendUnknown == ResendUnknown.Always ? MessageWork.Send : MessageWork.None);

    private NextStep NotThere(ClaimedMessage delivery) => Options.ResendUnknown == ResendUnknown.Never
        ? Final(delivery) with { Reason = Outcomes.Name(RefusalReason.NotAttempted), IsRetryable = true }
        : Unknown(delivery, MessageWork.Send);

    private static NextStep Unknown(ClaimedMessage delivery, MessageWork work) => new(MessageStatus.Unknown, work)
    {
        Connector = delivery.Record.Connector,
        Tried = delivery.Record.Tried,
    };

    private static TriedConnectors Tried(ClaimedMessage delivery) => new(delivery.Record.Tried);
}
