using System.Net.Http.Json;
using System.Text.Json;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Microsoft.Extensions.Logging;

namespace Connector.Testing.Tests.Subjects;

/// <summary>Keeps every rule; connectors that break one override the part that does.</summary>
internal class GoodConnector :
    ISmsConnector,
    IMessagePreview,
    ICredentialCheck,
    IOutcomeLookup,
    IUsageReporter,
    IDeliveryReceiptReader,
    IAsyncDisposable
{
    protected ConnectorContext Context { get; private set; } = null!;

    protected GoodOptions Options { get; private set; } = null!;

    protected HttpClient Http => Context.HttpClient;

    protected ILogger Logger => Context.Logger;

    protected Uri Url => new(Options.ApiBaseUrl + "/messages");

    public virtual void Start(ConnectorContext context, GoodOptions options)
    {
        Context = context;
        Options = options;
    }

    public virtual async Task<SendOutcome> SendAsync(
        PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var request = CreateRequest(phone.E164, Preview(usageType, payload)!);
            using var response = await Http.SendAsync(request, cancellationToken);
            return Judge(response, await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (HttpRequestException error)
        {
            return JudgeFailure(error);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return JudgeTimeout();
        }
    }

    public virtual string? Preview(UsageType usageType, SmsPayload payload) => $"{payload.Code} is your code.";

    public virtual async Task<CredentialCheckResult> CheckCredentialsAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Http.GetAsync(Url, cancellationToken);
            return new CredentialCheckResult(CredentialStatus.Valid);
        }
        catch (HttpRequestException)
        {
            return new CredentialCheckResult(CredentialStatus.Undetermined);
        }
    }

    public virtual Task<SendOutcome> LookUpOutcomeAsync(OutcomeQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Unknown("The provider lists nothing."));

    public virtual Task<UsageReport?> GetUsageAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<UsageReport?>(null);

    public virtual ValueTask<ReceiptReading> ReadReceiptAsync(
        ReceiptRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ReceiptReading>(new ReceiptReading.Untrusted());

    public ValueTask DisposeAsync() => EndAsync();

    protected virtual ValueTask EndAsync() => ValueTask.CompletedTask;

    protected HttpRequestMessage CreateRequest(string to, string text)
    {
        var message = new Dictionary<string, string> { ["to"] = to, ["text"] = text };
        return new HttpRequestMessage(HttpMethod.Post, Url)
        {
            Headers = { { "Authorization", "Bearer " + Options.ApiKey } },
            Content = JsonContent.Create(message, GoodJsonContext.Default.DictionaryStringString),
        };
    }

    protected virtual SendOutcome Judge(HttpResponseMessage response, string body) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => ReadId(body) is { } id ? new SendOutcome.Accepted(id) : new SendOutcome.Unknown("No id."),
        401 => new SendOutcome.Refused(RefusalReason.Authentication),
        429 => new SendOutcome.Refused(RefusalReason.RateLimited) { RetryAfter = response.Headers.RetryAfter?.Delta },
        503 => new SendOutcome.Refused(RefusalReason.ProviderUnavailable),
        >= 300 and < 500 => new SendOutcome.Refused(RefusalReason.Misconfigured),
        var status => new SendOutcome.Unknown($"HTTP {status}."),
    };

    protected virtual SendOutcome JudgeFailure(HttpRequestException error) =>
        error.HttpRequestError == HttpRequestError.ConnectionError
            ? new SendOutcome.Refused(RefusalReason.NotAttempted)
            : new SendOutcome.Unknown("The connection broke.");

    protected virtual SendOutcome JudgeTimeout() => new SendOutcome.Unknown("No answer in time.");

    private static string? ReadId(string body)
    {
        try
        {
            return JsonElement.Parse(body).GetProperty("id").GetString();
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
