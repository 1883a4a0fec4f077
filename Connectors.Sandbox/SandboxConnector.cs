using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Abstractions.Templates;
using Connectors.Sandbox.Inbox;
using Connectors.Sandbox.Numbers;
using Connectors.Sandbox.Receipts;
using Connectors.Sandbox.Texts;
using Microsoft.Extensions.Logging;

namespace Connectors.Sandbox;

/// <summary>Delivers to a file instead of a telephone. Thread-safe.</summary>
internal sealed class SandboxConnector :
    ISmsConnector,
    ILocalInbox,
    IMessagePreview,
    ICredentialCheck,
    IOutcomeLookup,
    IDeliveryReceiptReader,
    IAsyncDisposable
{
    private readonly SmsTemplateSet templates;
    private readonly InboxFile inbox;
    private readonly InboxLookup lookup;
    private readonly InboxDelivery delivery;
    private readonly ReceiptPoster poster;
    private readonly ReceiptReader receipts;
    private readonly ILogger logger;

    public SandboxConnector(ConnectorContext context, SandboxOptions options)
    {
        logger = context.Logger;
        var key = new ReceiptKey(context.DataDirectory);
        receipts = new ReceiptReader(key);
        poster = new ReceiptPoster(context.HttpClient, key, options.Receipts, context.TimeProvider, logger);
        templates = new SmsTemplateSet(options.Templates ?? BuiltInTemplates.All);
        inbox = new InboxFile(context.DataDirectory, options.KeepMessages, context.TimeProvider);
        lookup = new InboxLookup(inbox, options.KeepMessages);
        delivery = new InboxDelivery(inbox, new NumberPlan(options.Numbers), poster, context.TimeProvider, logger);
    }

    public async Task<SendOutcome> SendAsync(
        PhoneNumber phone,
        UsageType usageType,
        SmsPayload payload,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var outcome = templates.Render(usageType, payload) is { } text
            ? await delivery.DeliverAsync(phone, usageType, payload, text, cancellationToken)
            : new SendOutcome.Refused(RefusalReason.TemplateNotFound);
        Log.Outcome(logger, payload.Delivery?.MessageId, outcome);
        return outcome;
    }

    public async Task<IReadOnlyList<InboxMessage>> ReadInboxAsync(int limit, CancellationToken cancellationToken)
    {
        var messages = await inbox.ReadAsync(limit, cancellationToken);
        return [.. messages.Select(message => message.ToInboxMessage())];
    }

    public string? Preview(UsageType usageType, SmsPayload payload) => templates.Render(usageType, payload);

    public Task<CredentialCheckResult> CheckCredentialsAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new CredentialCheckResult(CredentialStatus.Valid, "The sandbox needs no credentials."));
    }

    public Task<SendOutcome> LookUpOutcomeAsync(OutcomeQuery query, CancellationToken cancellationToken) =>
        lookup.FindAsync(query, templates.Render(query.UsageType, query.Payload), cancellationToken);

    public ValueTask<ReceiptReading> ReadReceiptAsync(ReceiptRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(receipts.Read(request));
    }

    public async ValueTask DisposeAsync()
    {
        await poster.DisposeAsync();
        inbox.Dispose();
    }
}
