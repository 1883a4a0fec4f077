using TwilioSimulator.Http;

namespace TwilioSimulator.Messages;

/// <summary>What can be done with one message.</summary>
internal sealed class MessageEndpoints(MessageStore store, TimeProvider time, ChangeSignal changes)
{
    public Reply Fetch(TwilioRequest request) =>
        store.TryGet(request.Sid, out var message) ? Show(message) : TwilioError.NotFound(request.Path).ToReply();

    public Reply Delete(TwilioRequest request) =>
        store.Remove(request.Sid)
            ? Reply.Empty(StatusCodes.Status204NoContent)
            : TwilioError.NotFound(request.Path).ToReply();

    /// <summary>Cancels with Status=canceled, redacts with an empty Body.</summary>
    public Reply Update(TwilioRequest request)
    {
        if (!store.TryGet(request.Sid, out var message))
        {
            return TwilioError.NotFound(request.Path).ToReply();
        }

        if (request.Form.Has("Status"))
        {
            return Cancel(request, message);
        }

        var isRedaction = request.Form.Has("Body") && request.Form.Filled("Body") is null;
        return isRedaction
            ? Change(request, found => found with { Body = string.Empty })
            : TwilioError.Parameter("Body").ToReply();
    }

    public Reply Feedback(TwilioRequest request)
    {
        if (request.Form.Filled("Outcome") is not ("confirmed" or "unconfirmed"))
        {
            return TwilioError.Parameter("Outcome").ToReply();
        }

        var outcome = request.Form.Filled("Outcome") ?? string.Empty;
        var updated = store.Update(request.Sid, found => found with { Feedback = outcome });
        return updated is null
            ? TwilioError.NotFound(request.Path).ToReply()
            : Reply.Json(
                StatusCodes.Status201Created,
                TwilioJson.Relaxed.FeedbackResource,
                FeedbackOf(updated, outcome));
    }

    private Reply Cancel(TwilioRequest request, SimulatedMessage message)
    {
        var canCancel = request.Form.Filled("Status") is MessageStatus.Canceled
            && MessageStatus.IsCancelable(message.Status);
        return canCancel
            ? Change(request, CancelIfStillPossible)
            : TwilioError.Parameter("Status").ToReply();
    }

    // The message may have moved on since it was read.
    private static SimulatedMessage CancelIfStillPossible(SimulatedMessage message) =>
        MessageStatus.IsCancelable(message.Status) ? message with { Status = MessageStatus.Canceled } : message;

    private Reply Change(TwilioRequest request, Func<SimulatedMessage, SimulatedMessage> change)
    {
        var updated = store.Update(request.Sid, found => change(found) with { UpdatedAt = time.GetUtcNow() });
        changes.Notify();
        return updated is null ? TwilioError.NotFound(request.Path).ToReply() : Show(updated);
    }

    private FeedbackResource FeedbackOf(SimulatedMessage message, string outcome)
    {
        var now = TwilioDates.Rfc2822(time.GetUtcNow());
        var path = TwilioPaths.MessageWithoutExtension(message.AccountSid, message.Sid);
        return new FeedbackResource(message.AccountSid, message.Sid, outcome, now, now, $"{path}/Feedback.json");
    }

    private static Reply Show(SimulatedMessage message) =>
        Reply.Json(StatusCodes.Status200OK, TwilioJson.Relaxed.MessageResource, MessageResource.Of(message));
}
