using TwilioSimulator.Callbacks;
using TwilioSimulator.Http;
using TwilioSimulator.Messages;

namespace TwilioSimulator.Progress;

/// <summary>Moves messages and reports each move.</summary>
internal sealed class StatusProgress(
    TwilioSimulatorOptions options,
    MessageStore store,
    CallbackQueue callbacks,
    ChangeSignal changes)
{
    private const decimal PricePerSegment = 0.0079m;

    /// <summary>Moves one message one step.</summary>
    /// <returns>The report of the step; <see langword="null"/> when the message did not move.</returns>
    public async ValueTask<StatusStep?> StepAsync(string sid, CancellationToken cancellationToken)
    {
        var moved = store.Update(
            sid,
            message => StatusPath.Next(message) is { } next ? Apply(message, next.Status, next.ErrorCode) : message);
        return await ReportAsync(moved, cancellationToken);
    }

    /// <summary>Puts a message into any status, also one it has passed, and reports it.</summary>
    public async ValueTask<StatusStep?> SetAsync(
        string sid,
        string status,
        int? errorCode,
        CancellationToken cancellationToken)
    {
        var moved = store.Update(sid, message => Apply(message, status, errorCode));
        return await ReportAsync(moved, cancellationToken);
    }

    private async ValueTask<StatusStep?> ReportAsync(SimulatedMessage? moved, CancellationToken cancellationToken)
    {
        if (moved is null)
        {
            return null;
        }

        changes.Notify();
        var callback = await callbacks.EnqueueAsync(moved, cancellationToken);
        return new StatusStep(StatusPath.Next(moved) is null, callback);
    }

    private SimulatedMessage Apply(SimulatedMessage message, string status, int? errorCode)
    {
        var now = options.TimeProvider.GetUtcNow();
        var segments = message.Segments > 0 ? message.Segments : SegmentCounter.Count(message.Body);
        var hasLeft = status is MessageStatus.Sent or MessageStatus.Delivered or MessageStatus.Undelivered;
        return message with
        {
            Status = status,
            ErrorCode = errorCode,
            From = message.From ?? PoolNumber(),
            Segments = segments,
            SentAt = message.SentAt ?? (hasLeft ? now : null),
            Price = message.Price ?? (hasLeft ? segments * PricePerSegment : null),
            UpdatedAt = now,
        };
    }

    private string? PoolNumber() => options.FromNumbers.Count > 0 ? options.FromNumbers[0] : null;
}
