using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Abstractions.Templates;
using Microsoft.Extensions.Logging;

namespace TestPlugins;

/// <summary>Does everything that a connector of the first release could do, and uses all that it was given.</summary>
internal sealed class BaselineConnector(ConnectorContext context, BaselineOptions options) :
    ISmsConnector, IMessagePreview, ICredentialCheck, IOutcomeLookup, IDeliveryReceiptReader, IUsageReporter,
    ILocalInbox, IAsyncDisposable
{
    private readonly SmsTemplateSet templates = new(options.Templates);
    private readonly List<InboxMessage> inbox = [];

    public Task<SendOutcome> SendAsync(
        PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        context.Logger.LogInformation(
            "{Connector} sends attempt {Attempt}", context.ConnectorName, payload.Delivery?.Attempt);
        return Task.FromResult<SendOutcome>(Preview(usageType, payload) is { } text
            ? Send(phone, usageType, payload, text)
            : new SendOutcome.Refused(RefusalReason.TemplateNotFound) { Detail = usageType.Value });
    }

    public string? Preview(UsageType usageType, SmsPayload payload) => templates.Render(usageType, payload);

    public Task<CredentialCheckResult> CheckCredentialsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new CredentialCheckResult(CredentialStatus.Valid, options.Account) { ProviderCode = "0" });

    public Task<SendOutcome> LookUpOutcomeAsync(OutcomeQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Unknown(query.Phone.ToString()) { ProviderCode = "404" });

    public ValueTask<ReceiptReading> ReadReceiptAsync(ReceiptRequest request, CancellationToken cancellationToken) =>
        new(request.Body.Length == 0
            ? new ReceiptReading.Malformed(request.Method)
            : new ReceiptReading.Verified([Receipt(request.Headers["id"])]));

    public Task<UsageReport?> GetUsageAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<UsageReport?>(new UsageReport(since, inbox.Count) { Price = 1.5m, Currency = "EUR" });

    public Task<IReadOnlyList<InboxMessage>> ReadInboxAsync(int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<InboxMessage>>(inbox);

    public ValueTask DisposeAsync()
    {
        inbox.Clear();
        return default;
    }

    private static DeliveryReceipt Receipt(string id) =>
        new(id, DeliveryStatus.Undelivered) { Reason = RefusalReason.OptedOut, ProviderCode = "21610" };

    private SendOutcome.Accepted Send(PhoneNumber phone, UsageType usageType, SmsPayload payload, string text)
    {
        var id = payload.Delivery?.MessageId ?? phone.E164;
        inbox.Add(new InboxMessage
        {
            Id = id,
            To = phone,
            UsageType = usageType,
            Text = text,
            Code = payload.Code,
            ReceivedAt = context.TimeProvider.GetUtcNow(),
        });
        return new SendOutcome.Accepted(id) { Segments = SmsSegmentation.Of(text).Segments, ProviderRequestId = "r1" };
    }
}
