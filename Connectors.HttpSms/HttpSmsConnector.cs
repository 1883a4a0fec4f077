using Connector.Abstractions;
using Connector.Abstractions.Capabilities;
using Connector.Abstractions.Templates;
using Connectors.HttpSms.Account;
using Connectors.HttpSms.Answers;
using Connectors.HttpSms.Requests;
using Connectors.HttpSms.Sending;
using Microsoft.Extensions.Logging;

namespace Connectors.HttpSms;

/// <summary>
/// Sends through a provider that the configuration describes. Thread-safe: nothing changes after construction.
/// </summary>
internal sealed class HttpSmsConnector : ISmsConnector, ICredentialCheck, IMessagePreview
{
    private const int LongestValiditySeconds = 86_400;
    private const int UsualValiditySeconds = 600;

    private readonly HttpSmsOptions options;
    private readonly SmsTemplateSet templates;
    private readonly MessageSender sender;
    private readonly CredentialCheck account;
    private readonly bool needsText;
    private readonly TimeProvider time;
    private readonly ILogger logger;

    public HttpSmsConnector(ConnectorContext context, HttpSmsOptions options)
    {
        this.options = options;
        time = context.TimeProvider;
        logger = context.Logger;
        templates = new SmsTemplateSet(options.Templates);
        var builder = new RequestBuilder(options);
        needsText = builder.NeedsText;
        var reader = new AnswerReader(options.Answer, time);
        var judge = new AnswerJudge(options.Answer, options.Errors);
        sender = new MessageSender(context.HttpClient, builder, reader, judge);
        account = new CredentialCheck(context.HttpClient, builder, options.CheckUrl);
    }

    public async Task<SendOutcome> SendAsync(
        PhoneNumber phone,
        UsageType usageType,
        SmsPayload payload,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var outcome = await SubmitAsync(phone, usageType, payload, cancellationToken);
        Log.Outcome(logger, payload.Delivery?.MessageId, outcome);
        return outcome;
    }

    public string? Preview(UsageType usageType, SmsPayload payload) =>
        needsText ? templates.Render(usageType, payload) : null;

    public Task<CredentialCheckResult> CheckCredentialsAsync(CancellationToken cancellationToken) =>
        account.CheckAsync(cancellationToken);

    private async Task<SendOutcome> SubmitAsync(
        PhoneNumber phone, UsageType usageType, SmsPayload payload, CancellationToken cancellationToken)
    {
        var text = Preview(usageType, payload);
        if (needsText && text is null)
        {
            return new SendOutcome.Refused(RefusalReason.TemplateNotFound);
        }

        var remaining = payload.Delivery?.ExpiresAt - time.GetUtcNow();
        if (remaining <= TimeSpan.Zero)
        {
            // The host sees to expiry; this only guards the last moment.
            return new SendOutcome.Refused(RefusalReason.NotAttempted)
            {
                Detail = "The message had expired before it was sent.",
            };
        }

        var values = new MessageValues(options, phone, usageType, payload, text, Seconds(remaining));
        return await sender.SendAsync(values, cancellationToken);
    }

    private static int Seconds(TimeSpan? remaining) => remaining is { } left
        ? (int)Math.Clamp(left.TotalSeconds, 1, LongestValiditySeconds)
        : UsualValiditySeconds;
}
