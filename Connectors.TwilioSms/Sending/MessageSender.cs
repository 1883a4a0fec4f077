using Connector.Abstractions;
using Connectors.TwilioSms.Answers;
using Connectors.TwilioSms.Http;

namespace Connectors.TwilioSms.Sending;

/// <summary>Makes one CreateMessage request and judges what comes of it.</summary>
internal sealed class MessageSender(TwilioApi api, CreateMessageForm form)
{
    public async Task<SendOutcome> SendAsync(
        PhoneNumber phone,
        string text,
        SmsDelivery? delivery,
        CancellationToken cancellationToken)
    {
        var remaining = delivery?.ExpiresAt - api.Time.GetUtcNow();
        if (remaining <= TimeSpan.Zero)
        {
            return Expired();
        }

        using var content = new FormContent(form.Write(phone, text, delivery, remaining));
        using var request = api.CreateRequest(HttpMethod.Post, api.MessagesUrl, content);
        try
        {
            using var response = await api.SendAsync(request, cancellationToken);
            using var body = await api.ReadBodyAsync(response, cancellationToken);
            var answer = TwilioAnswerReader.Read(body.Text);
            return AnswerRules.Judge((int)response.StatusCode, answer, AnswerHeaders.Of(response, api.Time), text);
        }
        catch (HttpRequestException exception)
        {
            return WireFailure.Judge(exception.HttpRequestError, content.HasStarted);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return WireFailure.JudgeTimeout(content.HasStarted);
        }
    }

    // The host sees to expiry; this only guards the last moment. It knows itself that no other try makes sense.
    private static SendOutcome.Refused Expired() =>
        new(RefusalReason.NotAttempted) { Detail = "The message had expired before it was sent." };
}
