using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Runtime.Connectors;

namespace Connector.Runtime.Delivery;

/// <summary>Does for one message what is to be done: sends it, or asks the provider about it. Thread-safe.</summary>
internal sealed class MessageWorker(
    GuardedSend send,
    ConnectorCalls calls,
    DeliveryRules rules,
    HealthTable health,
    TimeProvider timeProvider)
{
    /// <summary>Never throws: whatever a connector does, the message has a next step.</summary>
    public Task<(NextStep Step, MessageAttempt? Attempt)> WorkAsync(ClaimedMessage delivery)
    {
        if (timeProvider.GetUtcNow() >= delivery.Record.ExpiresAt)
        {
            return Task.FromResult((DeliveryRules.Expired(delivery.Record), (MessageAttempt?)null));
        }

        if (delivery.Record.Work == MessageWork.LookUp)
        {
            return LookUpAsync(delivery);
        }

        return delivery.Connector is { } connector && health.Of(connector.Name).TryPass()
            ? SendAsync(delivery, connector)
            : Task.FromResult((rules.NotSent(delivery), (MessageAttempt?)null));
    }

    /// <summary>What becomes of a message whose host died while it worked on it.</summary>
    public (NextStep Step, MessageAttempt? Attempt) TakeOver(ClaimedMessage delivery)
    {
        if (delivery.Record.Work == MessageWork.LookUp)
        {
            return (new NextStep(MessageStatus.Unknown, MessageWork.LookUp)
            {
                Connector = delivery.Record.Connector,
                Tried = delivery.Record.Tried,
                Lookups = delivery.Record.Lookups,
            }, null);
        }

        var now = timeProvider.GetUtcNow();
        var outcome = new SendOutcome.Unknown("The host ended while it was sending; the message may have left.");
        return (
            rules.AfterAttempt(delivery, outcome, now),
            Outcomes.ToAttempt(outcome, delivery.Record.Connector, delivery.Record.StartedAt ?? now, TimeSpan.Zero));
    }

    private async Task<(NextStep Step, MessageAttempt? Attempt)> SendAsync(
        ClaimedMessage delivery, RunningConnector connector)
    {
        var started = timeProvider.GetUtcNow();
        var timestamp = timeProvider.GetTimestamp();
        var outcome = await send.SendAsync(
            connector,
            delivery.Phone,
            new UsageType(delivery.Record.UsageType),
            delivery.Payload,
            CancellationToken.None);
        var attempt = Outcomes.ToAttempt(outcome, connector.Name, started, timeProvider.GetElapsedTime(timestamp));
        health.Report(connector.Name, outcome);
        var now = timeProvider.GetUtcNow();
        if (connector.Guard.Quarantine is { } quarantine)
        {
            health.Hold(connector.Name, quarantine.Until - now);
        }

        return (rules.AfterAttempt(delivery, outcome, now), attempt);
    }

    private async Task<(NextStep Step, MessageAttempt? Attempt)> LookUpAsync(ClaimedMessage delivery)
    {
        var found = delivery.Connector is { } connector && connector.Find<IOutcomeLookup>() is { } lookup
            ? await AskAsync(connector, lookup, delivery)
            : null;
        return (rules.AfterLookup(delivery, found ?? new SendOutcome.Unknown(""), timeProvider.GetUtcNow()), null);
    }

    private async Task<SendOutcome?> AskAsync(
        RunningConnector connector, IOutcomeLookup lookup, ClaimedMessage delivery)
    {
        var query = new OutcomeQuery
        {
            Phone = delivery.Phone,
            UsageType = new UsageType(delivery.Record.UsageType),
            Payload = delivery.Payload,
            AttemptedAt = delivery.Record.StartedAt ?? delivery.Record.CreatedAt,
        };
        var result = await calls.RunAsync(
            connector, token => lookup.LookUpOutcomeAsync(query, token), CancellationToken.None);
        return result.Value;
    }
}
