using Connector.Abstractions;
using Connectors.HttpSms.Answers;
using Connectors.HttpSms.Requests;

namespace Connectors.HttpSms.Sending;

/// <summary>Makes one request and judges what comes of it.</summary>
internal sealed class MessageSender(HttpClient http, RequestBuilder builder, AnswerReader reader, AnswerJudge judge)
{
    public async Task<SendOutcome> SendAsync(MessageValues values, CancellationToken cancellationToken)
    {
        using var request = builder.Build(values);
        try
        {
            using var response = await http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var answer = await reader.ReadAsync(response, http.Timeout, cancellationToken);
            return judge.Judge(answer, values);
        }
        catch (HttpRequestException error)
        {
            return WireFailure.Judge(error.HttpRequestError, HasLeft(request));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return WireFailure.JudgeTimeout(HasLeft(request));
        }
    }

    private static bool HasLeft(HttpRequestMessage request) => request.Content is TrackedContent { HasStarted: true };
}
