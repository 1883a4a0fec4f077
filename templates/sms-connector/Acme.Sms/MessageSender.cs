using System.Net.Http.Headers;
using System.Net.Http.Json;
using AcmeNamespace.Wire;
using Connector.Abstractions;

namespace AcmeNamespace;

/// <summary>Makes one request to the provider and judges what comes of it. Never repeats it: the host does.</summary>
internal sealed class MessageSender(HttpClient http, AcmeSmsOptions options)
{
    private readonly Uri url = new($"{options.ApiBaseUrl.TrimEnd('/')}/v1/messages");
    private readonly AuthenticationHeaderValue authorization = new("Bearer", options.ApiKey);

    public async Task<SendOutcome> SendAsync(
        PhoneNumber phone, string text, SmsDelivery? delivery, CancellationToken cancellationToken)
    {
        var message = new MessageRequest(options.From, phone.E164, text, delivery?.MessageId);
        using var content = JsonContent.Create(message, AcmeSmsJsonContext.Default.MessageRequest);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        request.Headers.Authorization = authorization;
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var answer = await MessageAnswer.ReadAsync(response, cancellationToken);
            return AnswerRules.Judge(response, answer);
        }
        catch (HttpRequestException exception)
        {
            return AnswerRules.JudgeFailure(exception.HttpRequestError);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The client's own time limit: the request may have left.
            return new SendOutcome.Unknown("The provider did not answer in time.");
        }
    }
}
