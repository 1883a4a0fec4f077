using TwilioSimulator.Http;
using TwilioSimulator.Messages;

namespace TwilioSimulator.Faults;

/// <summary>Answers requests, wrongly where a switch says so.</summary>
internal sealed class FaultReplies(FaultSwitches switches, MessageStore store)
{
    private static readonly TimeSpan SlowDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StallDelay = TimeSpan.FromSeconds(60);

    public Reply Answer(FaultOperation operation, TwilioRequest request, Func<TwilioRequest, Reply> handler)
    {
        var fault = switches.Take(operation, request.Form.Filled("To"));
        if (fault is null)
        {
            return handler(request);
        }

        if (UnprocessedReplies.For(fault, request.Path) is { } early)
        {
            return early with { RetryAfter = fault.RetryAfter };
        }

        // What is refused anyway, for a missing parameter say, is refused as usual.
        var reply = handler(request);
        return reply.Status < StatusCodes.Status300MultipleChoices ? Spoil(fault, reply) : reply;
    }

    private Reply Spoil(FaultSwitch fault, Reply reply) =>
        fault.Kind switch
        {
            FaultKind.CreatedEmpty => reply with { Body = [], ContentType = null },
            FaultKind.CreatedFailed => Fail(fault, reply),
            FaultKind.UnknownStatus => OddReplies.WithUnknownStatus(reply),
            FaultKind.OddTypes => OddReplies.WithOddTypes(reply),
            FaultKind.Slow => reply with { Delay = fault.Delay ?? SlowDelay },
            FaultKind.DropAfterAccept => reply with { Delivery = ReplyDelivery.Abort },
            FaultKind.SlowBody => reply with { Delivery = ReplyDelivery.Stall, Delay = fault.Delay ?? StallDelay },
            FaultKind.InternalErrorAfterAccept =>
                TwilioError.Of(20500).ToReply() with { RetryAfter = fault.RetryAfter },
            _ => reply,
        };

    private Reply Fail(FaultSwitch fault, Reply reply)
    {
        if (reply.MessageSid is not { } sid)
        {
            return reply;
        }

        var failed = store.Update(
            sid,
            message => message with { Status = MessageStatus.Failed, ErrorCode = fault.ErrorCode ?? 30008 });
        return failed is null
            ? reply
            : Reply.Json(reply.Status, TwilioJson.Relaxed.MessageResource, MessageResource.Of(failed));
    }
}
