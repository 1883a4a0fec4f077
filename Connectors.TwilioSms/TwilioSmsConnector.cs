using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Abstractions.Templates;
using Connectors.TwilioSms.Account;
using Connectors.TwilioSms.Http;
using Connectors.TwilioSms.Lookups;
using Connectors.TwilioSms.Receipts;
using Connectors.TwilioSms.Sending;
using Microsoft.Extensions.Logging;

namespace Connectors.TwilioSms;

/// <summary>Sends through one Twilio account. Thread-safe: nothing changes after construction.</summary>
internal sealed class TwilioSmsConnector :
    ISmsConnector, IDeliveryReceiptReader, IOutcomeLookup, ICredentialCheck, IUsageReporter, IMessagePreview
{
    private readonly SmsTemplateSet templates;
    private readonly MessageSender sender;
    private readonly ReceiptReader receipts;
    private readonly MessageLookup lookup;
    private readonly AccountCheck account;
    private readonly UsageReader usage;
    private readonly ILogger logger;

    public TwilioSmsConnector(TwilioApi api, TwilioSmsOptions options, ILogger logger)
    {
        this.logger = logger;
        templates = new SmsTemplateSet(options.Templates);
        sender = new MessageSender(api, new CreateMessageForm(options));
        receipts = new ReceiptReader(options.AuthToken, logger);
        lookup = new MessageLookup(api);
        account = new AccountCheck(api, usesApiKey: options.ApiKeySid is { Length: > 0 });
        usage = new UsageReader(api);
    }

    public async Task<SendOutcome> SendAsync(
        PhoneNumber phone,
        UsageType usageType,
        SmsPayload payload,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var outcome = templates.Render(usageType, payload) is { } text
            ? await sender.SendAsync(phone, text, payload.Delivery, cancellationToken)
            : new SendOutcome.Refused(RefusalReason.TemplateNotFound);
        Log.Outcome(logger, payload.Delivery?.MessageId, outcome);
        return outcome;
    }

    public string? Preview(UsageType usageType, SmsPayload payload) => templates.Render(usageType, payload);

    public ValueTask<ReceiptReading> ReadReceiptAsync(ReceiptRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(receipts.Read(request));
    }

    public async Task<SendOutcome> LookUpOutcomeAsync(OutcomeQuery query, CancellationToken cancellationToken) =>
        templates.Render(query.UsageType, query.Payload) is { } text
            ? await lookup.FindAsync(query, text, cancellationToken)
            : new SendOutcome.Unknown("There is no template any more by which to recognise the message.");

    public Task<CredentialCheckResult> CheckCredentialsAsync(CancellationToken cancellationToken) =>
        account.CheckAsync(cancellationToken);

    public Task<UsageReport?> GetUsageAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        usage.ReadAsync(since, cancellationToken);
}
