using System.Text;
using Connectors.TwilioSms.Answers;

namespace Connectors.TwilioSms.Http;

/// <summary>
/// Twilio's REST API as one account sees it. Everything that is the same for each request is built once.
/// </summary>
internal sealed class TwilioApi
{
    private const string UserAgent = "ConnectorPlatform-TwilioSms/1.0";

    private readonly HttpClient http;
    private readonly string baseUrl;
    private readonly string authorization;

    public TwilioApi(HttpClient http, TwilioSmsOptions options, TimeProvider time)
    {
        this.http = http;
        Time = time;
        baseUrl = TwilioAddress.Of(options);
        authorization = BasicCredentials(options);
        AccountPath = "/2010-04-01/Accounts/" + Uri.EscapeDataString(options.AccountSid);
        MessagesPath = AccountPath + "/Messages.json";
        MessagesUrl = new Uri(baseUrl + MessagesPath);
    }

    public TimeProvider Time { get; }

    public string AccountPath { get; }

    public string MessagesPath { get; }

    public Uri MessagesUrl { get; }

    public HttpRequestMessage CreateRequest(HttpMethod method, Uri url, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, url) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        return request;
    }

    /// <summary>Sends, and returns as soon as the headers are there; <see cref="AnswerBody"/> reads the rest.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public ValueTask<AnswerBody> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        AnswerBody.ReadAsync(response, http.Timeout, Time, cancellationToken);

    /// <summary>Asks something.</summary>
    /// <param name="pathAndQuery">From the root of the API, escaped.</param>
    /// <param name="cancellationToken">Fires when the caller no longer waits.</param>
    /// <returns>The answer; <see cref="TwilioReply.None"/> when there is none.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<TwilioReply> GetAsync(string pathAndQuery, CancellationToken cancellationToken)
    {
        using var request = CreateRequest(HttpMethod.Get, new Uri(baseUrl + pathAndQuery));
        try
        {
            using var response = await SendAsync(request, cancellationToken);
            using var body = await ReadBodyAsync(response, cancellationToken);
            return new TwilioReply(
                (int)response.StatusCode,
                JsonObjects.Parse(body.Text),
                TwilioAnswerReader.Read(body.Text).Code);
        }
        catch (HttpRequestException)
        {
            return TwilioReply.None;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TwilioReply.None;
        }
    }

    private static string BasicCredentials(TwilioSmsOptions options)
    {
        var credentials = options.ApiKeySid is { Length: > 0 }
            ? $"{options.ApiKeySid}:{options.ApiKeySecret}"
            : $"{options.AccountSid}:{options.AuthToken}";
        return "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));
    }
}
