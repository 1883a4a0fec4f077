using Connector.Abstractions;
using Connector.Runtime.Delivery;
using Microsoft.Extensions.Options;

namespace Connector.Runtime.Connectors;

/// <summary>Reads, times and sends test messages like any other.</summary>
internal sealed class TestMessages(
    GuardedSend send, IOptions<ConnectorRuntimeOptions> options, TimeProvider timeProvider)
{
    private const string Code = "000000";

    /// <exception cref="ConnectorRequestException">The request is wrong; all its faults are in it.</exception>
    public TestMessage Prepare(TestSendRequest request)
    {
        var now = timeProvider.GetUtcNow();
        var faults = new RequestFaults();
        var to = faults.Catch(() => RecipientNumber.Parse(request.Phone, "/phone"));
        var usageType = faults.Catch(() => RequestedUsageType.ParseAny(request.UsageType, "/usageType"));
        faults.ThrowIfAny();
        return new TestMessage(to!, usageType!, new SmsPayload
        {
            Code = Code,
            Locale = request.Locale,
            Delivery = new SmsDelivery
            {
                MessageId = MessageId.Create(now),
                ExpiresAt = now + options.Value.Messages.Lifetime,
            },
        });
    }

    public StepLog BeginLog() => StepLog.Begin(timeProvider);

    public Task<SendOutcome> SendAsync(
        RunningConnector connector, TestMessage message, CancellationToken cancellationToken) =>
        send.SendAsync(connector, message.To, message.UsageType, message.Payload, cancellationToken);
}
