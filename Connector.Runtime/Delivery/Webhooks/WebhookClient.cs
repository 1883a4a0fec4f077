using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Connector.Runtime.Delivery;

/// <summary>Sends events, signed, and says what came of it. Thread-safe.</summary>
internal sealed class WebhookClient : IDisposable
{
    /// <summary>How long a receiver may take to connect to and to answer.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    private static readonly ProductInfoHeaderValue UserAgent = new("ConnectorPlatform", "1.0");
    private static readonly MediaTypeHeaderValue ContentType = new("application/json");

    private readonly HttpClient http;
    private readonly TimeProvider timeProvider;

    public WebhookClient(AddressGuard guard, TimeProvider timeProvider)
    {
        this.timeProvider = timeProvider;
        http = new HttpClient(CreateHandler(guard)) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends an event once.</summary>
    /// <param name="url">Where.</param>
    /// <param name="id">The event's id, the same each time it is sent.</param>
    /// <param name="body">What.</param>
    /// <param name="keys">What it is signed with.</param>
    /// <param name="cancellationToken">Gives the attempt up; the event may have arrived all the same.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> fired.</exception>
    public async Task<WebhookAnswer> SendAsync(
        Uri url, string id, string body, IReadOnlyList<byte[]> keys, CancellationToken cancellationToken)
    {
        using var request = CreateRequest(url, id, Encoding.UTF8.GetBytes(body), keys);
        using var timeout = new CancellationTokenSource(Timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return WebhookAnswer.Of((int)response.StatusCode, ReadRetryAfter(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return WebhookAnswer.Failed(WebhookErrors.Timeout);
        }
        catch (HttpRequestException error)
        {
            return WebhookAnswer.Failed(WebhookErrors.Of(error));
        }
    }

    public void Dispose() => http.Dispose();

    private static SocketsHttpHandler CreateHandler(AddressGuard guard) => new()
    {
        ConnectCallback = guard.ConnectAsync,

        // Whatever a receiver answers, nobody else is asked: a proxy or a redirection would lead around the guard.
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,

        // A name that moves is followed before long.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 64 * 1024,

        // Our traces are nobody else's.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
    };

    private HttpRequestMessage CreateRequest(Uri url, string id, byte[] body, IReadOnlyList<byte[]> keys)
    {
        var timestamp = timeProvider.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = ContentType;
        request.Headers.UserAgent.Add(UserAgent);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Create(keys, id, timestamp, body));
        return request;
    }

    private TimeSpan? ReadRetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - timeProvider.GetUtcNow() : null);
}
