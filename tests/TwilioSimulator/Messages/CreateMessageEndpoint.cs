using TwilioSimulator.Http;
using TwilioSimulator.Progress;

namespace TwilioSimulator.Messages;

/// <summary>POST Messages.json.</summary>
internal sealed class CreateMessageEndpoint(
    TwilioSimulatorOptions options,
    SenderRules senders,
    MessageStore store,
    ProgressPump pump,
    ChangeSignal changes)
{
    public Reply Handle(TwilioRequest request)
    {
        var form = request.Form;
        var now = options.TimeProvider.GetUtcNow();
        var error = RecipientRules.Check(form)
            ?? senders.Check(form, request.Account)
            ?? ContentRules.Check(form)
            ?? ParameterRules.Check(form)
            ?? ScheduleRules.Check(form, now);
        if (error is not null)
        {
            return error.ToReply();
        }

        var message = Build(request, now);
        if (!request.Account.IsTest)
        {
            Accept(message);
        }

        var resource = MessageResource.Of(message);
        return Reply.Json(StatusCodes.Status201Created, TwilioJson.Relaxed.MessageResource, resource) with
        {
            MessageSid = request.Account.IsTest ? null : message.Sid,
        };
    }

    private static SimulatedMessage Build(TwilioRequest request, DateTimeOffset now)
    {
        var form = request.Form;
        var service = form.Filled("MessagingServiceSid");
        var body = form.Filled("Body") ?? string.Empty;
        var media = form.Count("MediaUrl");
        return new SimulatedMessage
        {
            Sid = TwilioSid.New(media > 0 ? "MM" : "SM"),
            AccountSid = request.Account.Sid,
            To = form.Filled("To") ?? string.Empty,
            From = form.Filled("From"),
            MessagingServiceSid = service,
            Body = body,
            Status = FirstStatus(form, service),
            Segments = service is null ? SegmentCounter.Count(body) : 0,
            Media = media,
            CreatedAt = now,
            UpdatedAt = now,
            StatusCallback = form.Filled("StatusCallback") is { } url ? new Uri(url) : null,
            Form = form.ToDictionary(),
        };
    }

    private static string FirstStatus(FormFields form, string? service)
    {
        if (form.Filled("ScheduleType") is not null)
        {
            return MessageStatus.Scheduled;
        }

        return service is null ? MessageStatus.Queued : MessageStatus.Accepted;
    }

    private void Accept(SimulatedMessage message)
    {
        store.Add(message);
        options.MessageReceived?.Invoke(message);
        changes.Notify();
        if (message.Status is not MessageStatus.Scheduled)
        {
            pump.Enqueue(message.Sid);
        }
    }
}
