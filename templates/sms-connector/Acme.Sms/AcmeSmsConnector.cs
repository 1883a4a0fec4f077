using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Abstractions.Templates;
using Microsoft.Extensions.Logging;

namespace AcmeNamespace;

/// <summary>Sends through one account. Thread-safe: nothing changes after construction.</summary>
internal sealed class AcmeSmsConnector(ConnectorContext context, AcmeSmsOptions options) :
    ISmsConnector, IMessagePreview
{
    private readonly SmsTemplateSet templates = new(options.Templates);
    private readonly MessageSender sender = new(context.HttpClient, options);
    private readonly ILogger logger = context.Logger;

    public async Task<SendOutcome> SendAsync(
        PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var outcome = templates.Render(usageType, payload) is { } text
            ? await sender.SendAsync(phone, text, payload.Delivery, cancellationToken)
            : new SendOutcome.Refused(RefusalReason.TemplateNotFound);
        Log.Outcome(logger, payload.Delivery?.MessageId, outcome);
        return outcome;
    }

    public string? Preview(UsageType usageType, SmsPayload payload) => templates.Render(usageType, payload);
}
