using TwilioSimulator.Http;

namespace TwilioSimulator.Callbacks;

/// <summary>Delivers one status report: signed, and once more if the receiver did not take it.</summary>
internal sealed class CallbackSender : IDisposable
{
    private const int Attempts = 2;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(15);

    private readonly TwilioSimulatorOptions options;
    private readonly CallbackLog log;
    private readonly HttpClient http;

    public CallbackSender(TwilioSimulatorOptions options, CallbackLog log)
    {
        this.options = options;
        this.log = log;
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = ConnectTimeout,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
        };
        http = new HttpClient(handler) { Timeout = TotalTimeout };
    }

    public async Task DeliverAsync(CallbackJob job, CancellationToken cancellationToken)
    {
        var token = TwilioSid.New(string.Empty);
        for (var number = 1; number <= Attempts; number++)
        {
            var status = await PostAsync(job, token, cancellationToken);
            log.Add(new CallbackAttempt(
                job.Message.Sid,
                job.Message.Status,
                job.Url.GetLeftPart(UriPartial.Path),
                number,
                status,
                options.TimeProvider.GetUtcNow()));
            if (status is >= 200 and < 500)
            {
                return;
            }
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<int?> PostAsync(CallbackJob job, string token, CancellationToken cancellationToken)
    {
        using var request = BuildRequest(job, token);
        try
        {
            using var response = await http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private HttpRequestMessage BuildRequest(CallbackJob job, string token)
    {
        var form = CallbackForm.Of(job.Message);
        var signature = TwilioSignature.Compute(options.AuthToken, TwilioSignature.SignedUrl(job.Url), form);
        var request = new HttpRequestMessage(HttpMethod.Post, job.Url) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(TwilioSignature.HeaderName, signature);
        request.Headers.Add("I-Twilio-Idempotency-Token", token);
        request.Headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
        return request;
    }
}
